"""`manage rebuild_summaries`: work out anew the copies that lists sort by, after rules or programs have changed."""

from typing import Any

from django.core.management.base import BaseCommand

from jiping.web.filings.models import FilingRecord
from jiping.web.filings.selectors import filing_judged
from jiping.web.filings.services.saving import summary_rebuild

_AT_ONCE = 200


class Command(BaseCommand):
    """Nothing a person wrote is touched, so there is no mark in the trail."""

    help = "按现行规则重算列表里的得分和意见条数"

    def handle(self, *_: Any, **__: Any) -> None:
        below = ("indicators__evidence", "sections", "waivers")
        for record in FilingRecord.objects.prefetch_related(*below).iterator(_AT_ONCE):
            summary_rebuild(record, filing_judged(record))
