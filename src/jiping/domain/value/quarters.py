"""Quarters and halves of a year as deadlines are written: 2024年第三季度, 二季度末, 上半年."""

import re
from calendar import monthrange
from datetime import date

from jiping.domain.value.kinds import Comparator, Value, ValueKind

_QUARTERS = {each: 3 * number for number, pair in enumerate(("一1", "二2", "三3", "四4"), start=1) for each in pair}
_HALVES = {"上": 6, "下": 12}
_PART = re.compile(
    r"(?:([1-9][0-9]{3})年度?)?(?:(?:第([一二三四1-4])|([一二三四]))季度|([上下])半年)(?:(底|末|内)|(?:之|以)?(前))?(?:完成)?[。;]?"
)


def read_quarter(text: str, plain: str) -> Value | None:
    """Return the span of three or six months by its last day; its `unit` is 季度 or 半年."""
    found = _PART.fullmatch(plain)
    if found is None:
        return None
    year, ordinal, numeral, half, edge, before = found.groups()
    month = _HALVES[half] if half else _QUARTERS[ordinal or numeral]
    last = monthrange(2000, month)[1]  # of no year: none of these months is a February
    return Value(
        text,
        ValueKind.PERIOD,
        Comparator.AT_MOST if edge or before else None,
        unit="半年" if half else "季度",
        day=date(int(year), month, last) if year else None,
        month_day=(month, last),
    )
