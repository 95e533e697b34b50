"""Word lists and tables of a pack as checks use them: one compiled pattern a list, typed cells."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import cast


@lru_cache(maxsize=1024)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that matches any of `words`, the longest first; an empty list matches nothing."""
    return re.compile(alternatives(words) if words else r"(?!)")


def alternatives(words: tuple[str, ...]) -> str:
    """Return `words` as one branch of a larger pattern, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def texts(row: Mapping[str, object], column: str) -> tuple[str, ...]:
    """Return the list in `column` of a table row."""
    return cast("tuple[str, ...]", row[column])


def number(row: Mapping[str, object], column: str) -> Decimal:
    """Return the number in `column` of a table row; whole numbers come as int."""
    return Decimal(cast("Decimal | int", row[column]))
