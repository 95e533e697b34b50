"""Judge what a unit has mended."""

from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.roles import REVIEWERS
from jiping.domain.task import TaskState
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.models import TaskRecord


@transaction.atomic
def task_accept(*, task: TaskRecord, actor: AccountRecord, at: datetime) -> TaskRecord:
    """Accept the mending."""
    return _judged(task, TaskState.ACCEPTED, "", actor, at)


@transaction.atomic
def task_reopen(*, task: TaskRecord, reason: str, actor: AccountRecord, at: datetime) -> TaskRecord:
    """Ask again, with the reason; the time to answer stays."""
    if not reason.strip():
        raise JipingError("没有写明哪里没有改到位。", remedy="请写清还要做什么。")
    return _judged(task, TaskState.OPEN, reason.strip(), actor, at)


def _judged(task: TaskRecord, state: TaskState, verdict: str, actor: AccountRecord, at: datetime) -> TaskRecord:
    locked = TaskRecord.objects.select_for_update(of=("self",)).select_related("filing").get(pk=task.pk)
    if actor.duty not in REVIEWERS:
        raise JipingError("整改由主管部门或财政部门验收。", remedy="请等审核人验收。")
    if locked.state != TaskState.ANSWERED:
        raise JipingError(f"这一项“{locked.state}”，现在不能验收。", remedy="填报单位答复以后再验收。")
    locked.state, locked.verdict, locked.judged_by, locked.judged_at = state, verdict, actor, at
    locked.save()
    act = "整改验收" if state is TaskState.ACCEPTED else "整改退回"
    event_append(
        act=act,
        subject=str(locked),
        actor=actor,
        at=at,
        before={"state": TaskState.ANSWERED},
        after={"state": state, "verdict": verdict},
    )
    return locked
