"""Tables that come from the rules and not from an office's records: today the calendar of working days."""

from collections.abc import Mapping
from datetime import timedelta
from itertools import accumulate

import pyarrow as pa

from jiping.domain.dates import Calendar
from jiping.rulepack.calendar import calendar_of
from jiping.rulepack.pack import RulePack

WORKING_DAYS = "working_days"


def reference_tables(pack: RulePack) -> Mapping[str, pa.Table]:
    """Return the tables every programme may read beside its records, by name."""
    return {WORKING_DAYS: working_days(calendar_of(pack))}


def working_days(calendar: Calendar) -> pa.Table:
    """Return one row a day: `day`, whether it is `working` (1 or 0), and in `number` how many working days the calendar
    has up to and with it.

    The working days after one day up to another are the difference of their numbers; a day outside the calendar has no
    row, so a term that touches one is missing and not guessed.
    """
    days = [calendar.first + timedelta(each) for each in range((calendar.last - calendar.first).days + 1)]
    working = [int(calendar.is_working_day(day)) for day in days]
    return pa.table(
        {
            "day": pa.array(days, pa.date32()),
            "working": pa.array(working, pa.int64()),
            "number": pa.array(accumulate(working), pa.int64()),
        }
    )
