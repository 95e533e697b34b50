"""Tables that come from the rules and not from an office's records: today the calendar of working days.

A receipt names such a table by the hash of its text, and the text lies beside the receipts, for any program to read.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate

import pyarrow as pa

from jiping.domain.dates import Calendar
from jiping.domain.measurement import SnapshotId
from jiping.rulepack.calendar import calendar_of
from jiping.rulepack.pack import RulePack

WORKING_DAYS = "working_days"
TITLES = {WORKING_DAYS: "工作日历"}
_COLUMNS = pa.schema([("day", pa.date32()), ("working", pa.int64()), ("number", pa.int64())])


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
    return pa.table([days, working, accumulate(working)], schema=_COLUMNS)


def identity(name: str, table: pa.Table) -> SnapshotId:
    """Return how a receipt names the reference table `name`: by the hash of its text."""
    return SnapshotId(name, sha256(dump_reference(table)).hexdigest())


def dump_reference(table: pa.Table) -> bytes:
    """Return the table as a text every program reads: one line a day, with a line of headings."""
    rows = zip(*(table.column(name).to_pylist() for name in _COLUMNS.names), strict=True)
    lines = [",".join(_COLUMNS.names), *(",".join(map(str, row)) for row in rows)]
    return ("\n".join(lines) + "\n").encode()


def load_reference(data: bytes) -> pa.Table:
    """Return the table whose text this is. Raises ValueError for any other text."""
    _, *lines = data.decode().splitlines()
    days, working, numbers = zip(*(line.split(",") for line in lines), strict=True)
    columns = [
        [date.fromisoformat(day) for day in days],
        [int(each) for each in working],
        [int(each) for each in numbers],
    ]
    return pa.table(columns, schema=_COLUMNS)
