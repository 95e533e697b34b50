"""What a reviewer does with a finding: takes it up into the return, drops it again, or excuses it."""

from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.finding import Finding
from jiping.domain.task import TaskState
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.judged import Judged
from jiping.web.filings.models import FilingRecord, TaskRecord, WaiverRecord
from jiping.web.filings.selectors import filing_judged
from jiping.web.filings.services.saving import summary_rebuild
from jiping.web.review.services.locking import held


@transaction.atomic
def finding_take_up(*, record: FilingRecord, code: str, where: str, actor: AccountRecord, at: datetime) -> TaskRecord:
    """Take a finding up: it goes into the return text, and becomes a task by the next act on the filing."""
    locked = held(record, actor)
    found = _named(filing_judged(locked), code, where)
    task, new = TaskRecord.objects.get_or_create(
        filing=locked,
        code=code,
        where=where,
        state=TaskState.PROPOSED,
        defaults={"said": _demand(found), "raised_by": actor, "raised_at": at},
    )
    if new:
        event_append(act="采纳意见", subject=f"{locked} {code}", actor=actor, at=at, after={"said": task.said})
    return task


@transaction.atomic
def finding_drop(*, record: FilingRecord, task: int, actor: AccountRecord, at: datetime) -> None:
    """Drop what was taken up, while it has not gone out."""
    locked = held(record, actor)
    proposed = TaskRecord.objects.get(pk=task, filing=locked, state=TaskState.PROPOSED)
    event_append(
        act="撤销采纳", subject=f"{locked} {proposed.code}", actor=actor, at=at, before={"said": proposed.said}
    )
    proposed.delete()


@transaction.atomic
def finding_excuse(
    *, record: FilingRecord, code: str, where: str, reason: str, actor: AccountRecord, at: datetime
) -> WaiverRecord:
    """Excuse a finding with a reason; it stays visible under the reviewer's name and hinders no longer."""
    if not reason.strip():
        raise JipingError("没有写免提的理由。", remedy="请写明为什么这条意见可以不改。")
    locked = held(record, actor)
    _named(filing_judged(locked), code, where)
    waiver = WaiverRecord.objects.create(
        filing=locked, code=code, where=where, reason=reason.strip(), person=actor.name, date=at.date()
    )
    TaskRecord.objects.filter(filing=locked, code=code, where=where, state=TaskState.PROPOSED).delete()
    summary_rebuild(locked, filing_judged(FilingRecord.objects.get(pk=locked.pk)))
    event_append(
        act="免提意见", subject=f"{locked} {code}", actor=actor, at=at, after={"where": where, "reason": waiver.reason}
    )
    return waiver


def _named(judged: Judged, code: str, where: str) -> tuple[Finding, ...]:
    found = tuple(each for each in judged.open if each.code == code and each.where == where)
    if not found:
        raise JipingError("这条意见已经不在了。", remedy="可能已改正或已免提，请刷新后再看。")
    return found


def _demand(found: tuple[Finding, ...]) -> str:
    return "".join(dict.fromkeys(f"{each.where}：{each.message}{each.remedy}" for each in found))
