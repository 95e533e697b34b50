"""Keep a rate with everything it was computed from."""

from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.fund_rate import FundRate
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.funds.models import ReceiptRecord
from jiping.web.funds.policy import require_book
from jiping.web.projects.models import ProjectRecord


@transaction.atomic
def receipt_keep(*, project: ProjectRecord, rate: FundRate, actor: AccountRecord, at: datetime) -> ReceiptRecord:
    """Keep the receipt of a rate; the same content is kept once. Raises JipingError where there is no rate to keep."""
    require_book(actor, project)
    if rate.shown is None:
        raise JipingError(f"{rate.name}算不出来。", why="没有预算数可除。", remedy="请先记年初预算。")
    kept, new = ReceiptRecord.objects.get_or_create(
        number=rate.id,
        defaults={
            "project": project,
            "name": rate.name,
            "content": rate.content,
            "shown": rate.shown,
            "kept_by": actor,
            "kept_at": at,
        },
    )
    if new:
        event_append(
            act="留存凭据",
            subject=f"{project} {rate.name}",
            actor=actor,
            at=at,
            after={"id": rate.id, "rate": rate.shown},
        )
    return kept
