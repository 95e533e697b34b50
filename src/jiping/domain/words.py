"""Words sought in a text, as one pattern."""

import re
from functools import lru_cache


@lru_cache(maxsize=1024)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that matches any of `words`, the longest first; an empty list matches nothing."""
    return re.compile(alternatives(words) if words else r"(?!)")


def alternatives(words: tuple[str, ...]) -> str:
    """Return `words` as one branch of a larger pattern, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
