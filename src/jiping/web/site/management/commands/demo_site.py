"""`manage demo_site`: fill an empty database with the demonstration; a filled one is left alone."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jiping.web.accounts.models import UnitRecord
from jiping.web.site.demonstration import fill_demo


class Command(BaseCommand):
    """Called by `jiping serve` before the server begins."""

    help = "演示数据"

    def handle(self, *_: Any, **__: Any) -> None:
        if not UnitRecord.objects.exists():
            fill_demo(timezone.localtime())
