"""Take figures of runs and surveys into rows, each with its receipt (从办理结果取数)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.measured import Offer, offers
from jiping.web.filings.models import EvidenceRecord, FilingRecord, IndicatorRecord
from jiping.web.filings.services.saving import require_editable, touch


@transaction.atomic
def figures_take(
    *, record: FilingRecord, rows: Collection[int], actor: AccountRecord, at: datetime
) -> tuple[Offer, ...]:
    """Write the figures offered for the indicators `rows` (their ids) as actual values. Scores stay as they are."""
    require_editable(record, actor)
    chosen = tuple(each for each in offers(actor, record) if each.row.pk in rows and not each.is_same)
    if not chosen:
        raise JipingError("没有选要取的指标。", remedy="请勾选至少一项；已经取过同一凭据的不必再取。")
    for each in chosen:
        _take(record, each, actor, at)
    touch(record, actor, at)
    return chosen


def _take(record: FilingRecord, offer: Offer, actor: AccountRecord, at: datetime) -> None:
    row = IndicatorRecord.objects.select_for_update().get(pk=offer.row.pk)
    before, row.actual = row.actual, offer.after
    row.version += 1
    row.changed_by, row.confirmed_by, row.confirmed_at = actor, None, None
    row.save()
    row.evidence.exclude(receipt="").delete()
    proof = offer.proof
    EvidenceRecord.objects.create(
        indicator=row, title=proof.title, number=proof.number, note=proof.note, receipt=offer.measured.id
    )
    event_append(
        act="从办理结果取数",
        subject=f"{record} {row.level3}",
        actor=actor,
        at=at,
        before={"actual": before},
        after={"actual": row.actual, "receipt": offer.measured.id},
    )
