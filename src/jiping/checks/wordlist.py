"""Word lists and tables of a pack as checks use them: is a word in a text, one pattern a list, typed cells.

Answers are remembered, because texts repeat and a pack never changes.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import cast

from jiping.rulepack.pack import RulePack


@lru_cache(maxsize=1 << 16)
def found(pack: RulePack, name: str, text: str) -> str | None:
    """Return the first word of the list `name` that stands in `text`, None when none does."""
    return next((word for word in pack.words(name) if word in text), None)


@lru_cache(maxsize=1 << 14)
def is_one_of(pack: RulePack, name: str, text: str) -> bool:
    """True when the whole text is a word of the list `name`."""
    return text.strip() in pack.words(name)


@lru_cache(maxsize=1024)
def any_word(pack: RulePack, name: str) -> re.Pattern[str]:
    """Return a pattern that matches any word of the list `name`."""
    return any_of(pack.words(name))


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
    """Return the number in `column` of a table row."""
    return cast("Decimal", row[column])
