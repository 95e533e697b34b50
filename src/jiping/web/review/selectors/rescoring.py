"""The unit's rows with the reviewer's beside them."""

from dataclasses import dataclass

from jiping.domain.reviewed import Reviewed
from jiping.review.rescoring import Rescored, RescoredRow
from jiping.scoring.score import RowScore
from jiping.use_cases.review import review
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.judged import Judged
from jiping.web.filings.models import FilingRecord, IndicatorRecord
from jiping.web.filings.selectors import filing_judged, filing_whole
from jiping.web.review.models import ReviewedRowRecord
from jiping.web.review.policy import may_rescore


@dataclass(frozen=True, slots=True)
class Pair:
    """One indicator: the unit's row with its points, what the reviewer wrote, and how far apart they lie."""

    record: IndicatorRecord
    scored: RowScore
    kept: ReviewedRowRecord | None
    result: RescoredRow | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A filing beside its review; `result` is None while nothing is re-scored."""

    filing: FilingRecord
    judged: Judged
    pairs: tuple[Pair, ...]
    result: Rescored | None
    mine: bool


def comparison_of(account: AccountRecord, pk: int) -> Comparison:
    """Return the filing with its reviewed values. Raises DoesNotExist for one the account may not see."""
    record = filing_whole(account, pk)
    judged = filing_judged(record)
    kept = {each.indicator_id: each for each in ReviewedRowRecord.objects.filter(reviewed__filing=record)}
    rows = tuple(record.indicators.all())
    result = _rescored(judged, [(row, kept[row.pk]) for row in rows if row.pk in kept])
    beside = {} if result is None else {each.row.row.level3: each for each in result.rows}
    pairs = tuple(
        Pair(row, scored, kept.get(row.pk), beside.get(row.level3))
        for row, scored in zip(rows, judged.evaluation.rows, strict=True)
    )
    return Comparison(record, judged, pairs, result, may_rescore(account, record))


def _rescored(judged: Judged, kept: list[tuple[IndicatorRecord, ReviewedRowRecord]]) -> Rescored | None:
    if not kept:
        return None
    label = judged.filing.project or ""
    values = [Reviewed(label, row.level3, told.actual or None, told.score, told.reason) for row, told in kept]
    return review([judged.evaluation], values)[0]
