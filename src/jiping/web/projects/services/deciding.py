"""Send a project for approval, and decide on it."""

from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.project import ProjectState
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.projects.models import ProjectRecord
from jiping.web.projects.policy import require_decide, require_prepare
from jiping.web.projects.selectors import hindrances, lint_of


@transaction.atomic
def project_submit(*, project: ProjectRecord, actor: AccountRecord, at: datetime) -> ProjectRecord:
    """Send the set-up and its targets to the leader. Raises JipingError naming everything that is missing."""
    locked = ProjectRecord.objects.select_for_update().get(pk=project.pk)
    require_prepare(actor, locked)
    report = lint_of(locked)
    reasons = hindrances(locked, report)
    if reasons:
        raise JipingError("".join(reasons), remedy="补齐改正后再送审。")
    before, locked.state = locked.state, ProjectState.SUBMITTED
    locked.submitted_by, locked.saved_at = actor, at
    locked.save()
    event_append(
        act="送审目标",
        subject=str(locked),
        actor=actor,
        at=at,
        before={"state": before},
        after={"state": locked.state, "cost": str(locked.cost), "findings": len(report.findings)},
    )
    return locked


@transaction.atomic
def project_decide(
    *, project: ProjectRecord, approve: bool, opinion: str, actor: AccountRecord, at: datetime
) -> ProjectRecord:
    """Approve a project or send it back with an opinion. Raises JipingError for whoever sent it."""
    locked = ProjectRecord.objects.select_for_update().get(pk=project.pk)
    require_decide(actor, locked)
    if locked.state != ProjectState.SUBMITTED:
        raise JipingError(f"项目现在“{locked.state}”，没有要审批的。", remedy="请等经办送审。")
    if locked.submitted_by_id == actor.pk:
        raise JipingError("送审人不能自己审批。", remedy="请由另一位负责人办理。")
    if not approve and not opinion.strip():
        raise JipingError("退回要写明意见。", remedy="请写清哪里要改，经办才知道怎么改。")
    before = locked.state
    locked.state = ProjectState.APPROVED if approve else ProjectState.RETURNED
    locked.decided_by, locked.decided_at, locked.opinion = actor, at, opinion.strip()
    locked.save()
    event_append(
        act="批准目标" if approve else "退回目标",
        subject=str(locked),
        actor=actor,
        at=at,
        before={"state": before},
        after={"state": locked.state, "opinion": locked.opinion},
    )
    return locked
