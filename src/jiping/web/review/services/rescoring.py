"""Re-score a filing (复核): a reviewer's values beside the unit's, each with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.reviewed import Reviewed
from jiping.review.rescoring import Rescored
from jiping.use_cases.review import review
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.models import FilingRecord, IndicatorRecord
from jiping.web.filings.selectors import filing_judged
from jiping.web.review.models import ReviewedRecord, ReviewedRowRecord
from jiping.web.review.policy import require_rescoring
from jiping.web.review.services.locking import locked


@dataclass(frozen=True, slots=True)
class Told:
    """What a reviewer wrote beside one indicator; `score` None lets the rules score `actual`."""

    indicator: int
    actual: str
    score: Decimal | None
    reason: str


@transaction.atomic
def rescoring_save(*, record: FilingRecord, told: Sequence[Told], actor: AccountRecord, at: datetime) -> ReviewedRecord:
    """Keep the reviewer's values in place of those kept before. Raises JipingError for a value without reason or sense."""
    filing = locked(record)
    require_rescoring(actor, filing)
    rows = {row.pk: row for row in IndicatorRecord.objects.filter(filing=filing)}
    result = _rescored(filing, [(rows[each.indicator], each) for each in told])
    grade = result.evaluation.pack.grades.of(result.total.reviewed)
    head, _ = ReviewedRecord.objects.update_or_create(
        filing=filing,
        defaults={
            "own": result.total.own,
            "score": result.total.reviewed,
            "kind": result.total.kind,
            "grade": grade,
            "by": actor,
            "at": at,
        },
    )
    before = {each.indicator.level3: _said(each.actual, each.score) for each in head.rows.select_related("indicator")}
    head.rows.all().delete()
    ReviewedRowRecord.objects.bulk_create(
        ReviewedRowRecord(
            reviewed=head, indicator=rows[each.indicator], actual=each.actual, score=each.score, reason=each.reason
        )
        for each in told
    )
    after = {rows[each.indicator].level3: _said(each.actual, each.score) for each in told}
    event_append(act="复核打分", subject=str(filing), actor=actor, at=at, before=before, after=after)
    return head


def _rescored(record: FilingRecord, pairs: Sequence[tuple[IndicatorRecord, Told]]) -> Rescored:
    """Return the filing re-scored; what the rules find senseless is refused before anything is kept."""
    if not pairs:
        raise JipingError("没有填写复核值。", remedy="请在有出入的行填写复核完成值或复核得分。")
    for row, told in pairs:
        if not told.reason:
            raise JipingError(f"“{row.level3}”没有写复核理由。", remedy="请写明依据，如抽查了哪些凭证。")
    evaluation = filing_judged(record).evaluation
    label = evaluation.filing.project or record.project
    values = [Reviewed(label, row.level3, told.actual or None, told.score, told.reason) for row, told in pairs]
    (result,) = review([evaluation], values)
    return result


def _said(actual: str, score: Decimal | None) -> str:
    return "；".join(filter(None, (actual, None if score is None else f"{score:f} 分")))
