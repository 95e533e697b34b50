"""From when on a site needs its keeper."""

from dataclasses import dataclass
from datetime import date, timedelta

from jiping.rulepack.lineage import MODEL
from jiping.rulepack.load import load_pack
from jiping.rulepack.table import number


@dataclass(frozen=True, slots=True)
class SiteCare:
    """Free bytes below which the disk is `scarce`, then `short`; ages after which a backup is due, then late."""

    scarce: int
    short: int
    backup_due: timedelta
    backup_late: timedelta
    clock: timedelta
    queue: timedelta


def site_care(on: date) -> SiteCare:
    """Return the bounds in force on the day `on`."""
    (row,) = load_pack(MODEL, on).table("site_care")
    return SiteCare(
        scarce=int(number(row, "disk_scarce_megabytes")) * 2**20,
        short=int(number(row, "disk_short_megabytes")) * 2**20,
        backup_due=timedelta(days=int(number(row, "backup_days"))),
        backup_late=timedelta(days=int(number(row, "backup_late_days"))),
        clock=timedelta(minutes=int(number(row, "clock_minutes"))),
        queue=timedelta(minutes=int(number(row, "queue_minutes"))),
    )
