"""Whether a text holds a word of a pack's list. Remembered, because texts repeat and a pack never changes."""

import re
from functools import lru_cache

from jiping.domain.words import any_of
from jiping.rulepack.pack import RulePack


@lru_cache(maxsize=1 << 14)
def found(pack: RulePack, name: str, text: str) -> str | None:
    """Return the first word of the list `name` that stands in `text`, such as an indicator's name: names repeat."""
    return next((word for word in pack.words(name) if word in text), None)


def is_one_of(pack: RulePack, name: str, text: str) -> bool:
    """True when the whole text is a word of the list `name`."""
    return text.strip() in _members(pack, name)


@lru_cache(maxsize=1024)
def _members(pack: RulePack, name: str) -> frozenset[str]:
    return frozenset(pack.words(name))


@lru_cache(maxsize=1024)
def any_word(pack: RulePack, name: str) -> re.Pattern[str]:
    """Return a pattern that matches any word of the list `name`."""
    return any_of(pack.words(name))
