"""What every change of a draft has in common: the right to make it, the time of it, the copies that lists sort by."""

from datetime import datetime
from decimal import Decimal

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.judged import Judged
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.policy import may_edit
from jiping.web.filings.selectors import filing_judged


def require_editable(record: FilingRecord, actor: AccountRecord) -> None:
    """Raise JipingError unless `actor` may change the filing now; it stays so until the transaction ends.

    The page read the filing before: another may have handed it in since, and saving must not take that back.
    """
    record.refresh_from_db(from_queryset=FilingRecord.objects.select_for_update())
    if not may_edit(actor, record):
        raise JipingError(
            "材料现在不能修改。", remedy=f"它的状态是“{record.state}”，只有填报单位的经办在填报中或退回后能改。"
        )


def touch(record: FilingRecord, actor: AccountRecord, at: datetime) -> None:
    """Note who saved when, and bring the copies up to date."""
    record.saved_at, record.saved_by = at, actor
    fresh = FilingRecord.objects.get(pk=record.pk)
    summary_rebuild(record, filing_judged(fresh))


def summary_rebuild(record: FilingRecord, judged: Judged) -> None:
    """Bring the copies that lists sort by up to date."""
    filing, stated = judged.filing, as_it_stands(judged)
    record.summary_amount = filing.expenditure.wan if filing.expenditure else None
    record.summary_stated, record.summary_total = stated, judged.total
    record.summary_points = None if stated is None else int(stated)
    record.summary_differs = stated != judged.total
    record.summary_grade = judged.evaluation.grade or ""
    record.summary_must, record.summary_doubt = judged.must, judged.doubt
    record.summary_rows = len(filing.rows)
    record.summary_proven = sum(1 for row in filing.rows if row.evidence or row.reason)
    record.save()


def as_it_stands(judged: Judged) -> Decimal | None:
    """Return the sum of the rows, each by its stated points or else the computed ones; None while one has neither."""
    points = [each.points if each.row.score is None else each.row.score for each in judged.evaluation.rows]
    known = [each for each in points if each is not None]
    return sum(known, Decimal(0)) if points and len(known) == len(points) else None
