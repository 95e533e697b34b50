"""Sixteen clerks who save at the same time: `python -m web.site.writers WRITERS SAVES`, with JIPING_CONFIG naming an empty site.

Prints what went wrong, one line a failure, and leaves with the number of writers that failed.
"""

import os  # noqa: TID251 - clerks are processes of their own
import sys
import traceback

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - models exist only from here on
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from jiping.web.accounts.models import AccountRecord  # noqa: E402
from jiping.web.audit.models import EventRecord  # noqa: E402
from jiping.web.audit.selectors import first_break  # noqa: E402
from jiping.web.filings.models import FilingRecord, IndicatorRecord  # noqa: E402
from jiping.web.filings.services.cells import Cell, cell_save  # noqa: E402
from jiping.web.site.demonstration import fill_demo  # noqa: E402


def main(writers: int, saves: int) -> int:
    """Let `writers` processes save `saves` cells each; return how many failed or lost one."""
    call_command("migrate", verbosity=0)
    fill_demo(timezone.localtime())
    filings = FilingRecord.objects.filter(year=2024).order_by("pk")
    places = [row for filing in filings for row in filing.indicators.order_by("pk")[:3]][:writers]
    before = EventRecord.objects.count()
    connection.close()
    children = [os.fork() or _write(place.pk, saves) for place in places]
    failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
    lost = [place.pk for place in places if IndicatorRecord.objects.get(pk=place.pk).actual != f"第 {saves} 次"]
    events = EventRecord.objects.count() - before
    broken = first_break()
    print(f"lost {lost}, events {events}, broken {broken}")  # noqa: T201
    return failed + len(lost) + (events != writers * saves) + (broken is not None)


def _write(place: int, saves: int) -> int:
    """Be one clerk, and end the process."""
    try:
        actor = AccountRecord.objects.get(username="zhangmin")
        for number in range(1, saves + 1):
            row = IndicatorRecord.objects.select_related("filing").get(pk=place)
            cell = Cell(place, row.version, "actual", f"第 {number} 次")
            cell_save(record=row.filing, cell=cell, actor=actor, at=timezone.localtime())
    except BaseException:  # noqa: BLE001 - whatever it was, the parent hears of it
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
