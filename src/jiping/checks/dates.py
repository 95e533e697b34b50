"""Months and days as forms write them: 2024 年 1 月, 2024-01, 2024.1.5."""

import re
from functools import lru_cache

YearMonth = tuple[int, int]

_WRITTEN = re.compile(r"^\s*(\d{4})\s*[年./\-－—]\s*(\d{1,2})\s*(?:月|$|[./\-－—]|(?=\D))")


@lru_cache(maxsize=1 << 13)
def year_month(text: str) -> YearMonth | None:
    """Return the year and month `text` begins with; None when it names no possible month."""
    match = _WRITTEN.match(text)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    return (year, month) if 1 <= month <= 12 else None
