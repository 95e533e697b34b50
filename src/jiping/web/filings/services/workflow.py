"""Take a filing a step further, sealing what is handed in."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from jiping import __version__
from jiping.domain.chain import seal
from jiping.domain.errors import JipingError
from jiping.domain.roles import REVIEWERS, Role
from jiping.domain.workflow import State, step_named
from jiping.exchange.json import dumps
from jiping.reports.json import plain_finding
from jiping.use_cases.workflow import workflow_steps
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.judged import Judged
from jiping.web.filings.models import FilingRecord, FilingVersion
from jiping.web.filings.selectors import acts_open, filing_judged, pack_of
from jiping.web.filings.services.tasks import tasks_issue


@transaction.atomic
def filing_advance(*, record: FilingRecord, act: str, reason: str, actor: AccountRecord, at: datetime) -> FilingRecord:
    """Do a step of the workflow; sending to approval seals a version. Raises JipingError while a guard hinders."""
    locked = FilingRecord.objects.select_for_update().get(pk=record.pk)
    judged = filing_judged(locked)
    step = step_named(workflow_steps(pack_of(locked)), act, State(locked.state), actor.duty)
    hindrances = [each for open_ in acts_open(locked, judged, actor) if open_.step == step for each in open_.hindrances]
    if hindrances:
        raise JipingError("".join(hindrances), remedy="办好后再来。")
    if step.reasoned and not reason.strip():
        raise JipingError(f"“{act}”要写明理由。", remedy="请写清问题和要求，对方才知道怎么改。")
    after: dict[str, object] = {"state": step.target, "reason": reason.strip()}
    if step.role is Role.CLERK:
        locked.submitted_by = actor
        version = version_seal(record=locked, judged=judged, actor=actor, at=at)
        after |= {"version": version.number, "digest": version.digest}
    locked.state = step.target
    if step.target is State.RETURNED:
        locked.draft += 1
    locked.save()
    event_append(
        act=act,
        subject=str(locked),
        actor=actor,
        at=at,
        before={"state": step.source},
        after=after,
    )
    if step.role in REVIEWERS:
        tasks_issue(record=locked, judged=judged, reason=reason, actor=actor, at=at)
    return locked


def version_seal(*, record: FilingRecord, judged: Judged, actor: AccountRecord, at: datetime) -> FilingVersion:
    """Freeze what the filing says, what was computed and what was found, under one digest."""
    content = dumps([replace(judged.filing, place=None)])
    number = record.versions.count() + 1
    return FilingVersion.objects.create(
        filing=record,
        number=number,
        content=content,
        findings=[plain_finding(each) for each in judged.findings],
        total=None if judged.total is None else f"{judged.total:f}",
        grade=judged.evaluation.grade or "",
        pack=judged.evaluation.pack.edition,
        code_version=__version__,
        digest=seal(record.pk, number, content),
        sealed_at=at,
        sealed_by=actor,
    )
