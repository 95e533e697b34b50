"""`manage demo_site`: fill an empty database, and an empty data folder, with the demonstration; what is filled is left alone."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from jiping.synthetic.county import County
from jiping.use_cases.generate import generate
from jiping.web.accounts.models import AccountRecord, UnitRecord
from jiping.web.publishing.demonstration import fill_publishing
from jiping.web.site.demonstration import fill_demo
from jiping.web.surveys.demonstration import fill as fill_surveys

CLERK = "zhangmin"
_PERSONS = 3_000  # laid out in a second, large enough for every programme


class Command(BaseCommand):
    """Called by `jiping serve` before the server begins."""

    help = "演示数据"

    def handle(self, *_: Any, **__: Any) -> None:
        if not settings.DATA_FOLDER.exists():
            generate(County(persons=_PERSONS), settings.DATA_FOLDER, lambda _: None)
        if not UnitRecord.objects.exists():
            at = _moment()
            fill_demo(at)
            fill_publishing(at)
            fill_surveys(clerk=AccountRecord.objects.get(username=CLERK), at=at)


def _moment() -> datetime:
    """Return the time of day on the day the demo stands still at, as every request of it has."""
    now = timezone.localtime()
    return datetime.combine(settings.TODAY, now.timetz()) if settings.TODAY else now
