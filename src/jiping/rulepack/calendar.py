"""The days off work a pack knows: each edition of `calendar` is the arrangement of one span, together they are one calendar."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import cast

from jiping.domain.dates import Calendar
from jiping.domain.errors import PackFault
from jiping.domain.place import Place
from jiping.rulepack.pack import RulePack
from jiping.rulepack.provenance import Dated


def calendar_of(pack: RulePack) -> Calendar:
    """Return the calendar over every edition, whatever day the pack is of: a term may end in another year."""
    editions = cast("Sequence[Dated[Calendar]]", pack.entries["calendar"])
    for earlier, later in pairwise(editions):
        if later.value.first - earlier.value.last != timedelta(days=1):
            raise PackFault(
                f"{earlier.value.last} 与 {later.value.first} 之间没有放假安排。",
                remedy="请补上中间年份的放假安排。",
                place=Place(later.file, line=later.line),
            )
    calendars = [each.value for each in editions]
    return Calendar(
        holidays=frozenset().union(*(each.holidays for each in calendars)),
        make_up_days=frozenset().union(*(each.make_up_days for each in calendars)),
        first=calendars[0].first,
        last=calendars[-1].last,
    )
