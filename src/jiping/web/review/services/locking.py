"""One reviewer at a time: whoever comes second is told what happened meanwhile."""

from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord
from jiping.web.review.policy import require_turn


def held(record: FilingRecord, actor: AccountRecord) -> FilingRecord:
    """Return the filing as it stands now, locked to the end of the transaction. Raises JipingError when the turn is past."""
    now = locked(record)
    require_turn(actor, now)
    return now


def locked(record: FilingRecord) -> FilingRecord:
    """Return the filing as it stands now, locked to the end of the transaction."""
    return FilingRecord.objects.select_for_update(of=("self",)).select_related("unit").get(pk=record.pk)
