"""Filings brought to where publication begins, without the walk there."""

from django.db import transaction

from jiping.domain.workflow import State
from jiping.web.audit.services import event_append
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.selectors import filing_judged
from jiping.web.filings.services.workflow import version_seal
from web.conftest import NOW, account


def passed(record: FilingRecord) -> FilingRecord:
    """Seal what the filing says now and let it pass."""
    with transaction.atomic():
        version = version_seal(record=record, judged=filing_judged(record), actor=account("zhangmin"), at=NOW)
        event_append(
            act="送单位审定",
            subject=str(record),
            actor=account("zhangmin"),
            at=NOW,
            after={"version": version.number, "digest": version.digest},
        )
    FilingRecord.objects.filter(pk=record.pk).update(state=State.PASSED)
    return FilingRecord.objects.get(pk=record.pk)
