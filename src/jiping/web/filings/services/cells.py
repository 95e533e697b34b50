"""Change a row of the score table."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.models import FilingRecord, IndicatorRecord
from jiping.web.filings.selectors import filing_judged
from jiping.web.filings.services.saving import require_editable, touch

EDITABLE_COLUMNS = frozenset({"actual", "reason", "target"})


class StaleCell(JipingError):
    """Somebody saved the row after it was read: `theirs` is what it says now."""

    def __init__(self, theirs: IndicatorRecord) -> None:
        who = theirs.changed_by.name if theirs.changed_by else "别人"
        super().__init__(f"{who}刚刚改过这一项。", remedy="请看过两边的内容再决定用哪一个。")
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class Cell:
    """A change of one cell: which row, as it was read (`version`), which column, and the new text."""

    indicator: int
    version: int
    column: str
    text: str


@transaction.atomic
def cell_save(*, record: FilingRecord, cell: Cell, actor: AccountRecord, at: datetime) -> IndicatorRecord:
    """Write one cell. Raises StaleCell when the row was saved by another since; JipingError when it may not change."""
    require_editable(record, actor)
    if cell.column not in EDITABLE_COLUMNS:
        raise JipingError("这一栏不能填写。", remedy="得分由系统按规则计算；分值和指标在目标里调整。")
    row = IndicatorRecord.objects.select_for_update().get(filing=record, pk=cell.indicator)
    if row.version != cell.version:
        raise StaleCell(row)
    before = getattr(row, cell.column)
    text = cell.text.strip() or None
    if text == before:
        return row
    setattr(row, cell.column, text)
    row.version += 1
    row.changed_by, row.confirmed_by, row.confirmed_at = actor, None, None
    row.save()
    touch(record, actor, at)
    event_append(
        act="填写",
        subject=f"{record} {row.level3}",
        actor=actor,
        at=at,
        before={cell.column: before},
        after={cell.column: text},
    )
    return row


@transaction.atomic
def row_confirm(*, record: FilingRecord, indicator: int, actor: AccountRecord, at: datetime) -> IndicatorRecord:
    """Mark a row as looked at and right; a second time takes the mark back."""
    require_editable(record, actor)
    row = IndicatorRecord.objects.select_for_update().get(filing=record, pk=indicator)
    confirmed = row.confirmed_by_id is None
    row.confirmed_by, row.confirmed_at = (actor, at) if confirmed else (None, None)
    row.save(update_fields=["confirmed_by", "confirmed_at"])
    event_append(act="确认本项" if confirmed else "撤销确认", subject=f"{record} {row.level3}", actor=actor, at=at)
    return row


@transaction.atomic
def score_adopt(*, record: FilingRecord, indicator: int, actor: AccountRecord, at: datetime) -> IndicatorRecord:
    """Take the computed points in place of the stated ones. Scores are computed, never typed."""
    require_editable(record, actor)
    row = IndicatorRecord.objects.select_for_update().get(filing=record, pk=indicator)
    judged = filing_judged(record)
    points = judged.evaluation.rows[row.position - 1].points
    if points is None:
        raise JipingError("这一项按规则算不出得分。", remedy="请先补全年度指标值、实际完成值和分值。")
    before, row.score = row.score, f"{points:f}"
    row.version += 1
    row.changed_by = actor
    row.save()
    record.total_score = record.stated_score = None  # what is no longer the sum of the rows is not kept as if it were
    touch(record, actor, at)
    event_append(
        act="采用复算得分",
        subject=f"{record} {row.level3}",
        actor=actor,
        at=at,
        before={"score": before},
        after={"score": row.score},
    )
    return row
