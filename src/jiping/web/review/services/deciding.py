"""Return or pass filings, one or several in one stroke."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.task import TaskState
from jiping.domain.workflow import State, Step, steps_for
from jiping.use_cases.workflow import workflow_steps
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord, TaskRecord
from jiping.web.filings.selectors import pack_of
from jiping.web.filings.services.workflow import filing_advance
from jiping.web.review.selectors.drawer import return_text
from jiping.web.review.services.locking import held


@transaction.atomic
def filing_return(*, record: FilingRecord, text: str, actor: AccountRecord, at: datetime) -> FilingRecord:
    """Send a filing back with `text`; what was taken up becomes tasks."""
    locked = held(record, actor)
    return filing_advance(record=locked, act=_step(locked, actor, reasoned=True).act, reason=text, actor=actor, at=at)


@transaction.atomic
def filing_pass(*, record: FilingRecord, actor: AccountRecord, at: datetime) -> FilingRecord:
    """Let a filing pass; what was taken up and need not be mended now becomes tasks all the same."""
    locked = held(record, actor)
    return filing_advance(record=locked, act=_step(locked, actor, reasoned=False).act, reason="", actor=actor, at=at)


@transaction.atomic
def filings_pass(*, records: Sequence[FilingRecord], actor: AccountRecord, at: datetime) -> int:
    """Let several pass, all or none: one that must be mended stops the lot and is named."""
    chosen = _chosen(records, actor)
    blocked = [each.project for each in chosen if each.summary_must]
    if blocked:
        raise JipingError(
            f"批量通过只限没有必改意见的，所选有 {len(blocked)} 项不能：{'、'.join(blocked)}。",
            remedy="请取消选择这几项，逐项处理或免提后再通过。",
        )
    for each in chosen:
        filing_pass(record=each, actor=actor, at=at)
    return len(chosen)


@transaction.atomic
def filings_return(*, records: Sequence[FilingRecord], text: str, actor: AccountRecord, at: datetime) -> int:
    """Send several back, all or none: each with what was taken up in it, and `text` for them all."""
    chosen = _chosen(records, actor)
    for each in chosen:
        taken_up = TaskRecord.objects.filter(filing=each, state=TaskState.PROPOSED)
        filing_return(record=each, text=return_text(taken_up, text), actor=actor, at=at)
    return len(chosen)


def _chosen(records: Iterable[FilingRecord], actor: AccountRecord) -> list[FilingRecord]:
    chosen = [held(each, actor) for each in records]
    if not chosen:
        raise JipingError("没有选中任何一项。", remedy="请先在表中勾选。")
    return chosen


def _step(record: FilingRecord, actor: AccountRecord, *, reasoned: bool) -> Step:
    """Return the reviewer's way back (`reasoned`) or on; a pack without one has made a mistake nobody can act on."""
    steps = steps_for(workflow_steps(pack_of(record)), State(record.state), actor.duty)
    for each in steps:
        if each.reasoned is reasoned:
            return each
    raise JipingError(
        f"规则没有写明“{record.state}”的材料怎样办。", remedy="请在规则包的 workflow_steps 中补写这一步。"
    )
