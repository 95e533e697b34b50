"""How alike two texts are: the share of their five-character pieces that both have."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from jiping.checks.prose import sentences

_LENGTH = 5
_SAME = Fraction(1)


class Alike(NamedTuple):
    """Two sentences and how alike they are, 1 for the same."""

    share: Fraction
    one: str
    other: str


@lru_cache(maxsize=1024)
def pieces(text: str) -> frozenset[str]:
    """Return every run of five characters of `text`, spaces and punctuation left out."""
    plain = "".join(filter(str.isalnum, text))
    return frozenset([plain[start : start + _LENGTH] for start in range(max(1, len(plain) - _LENGTH + 1))])


def likeness(one: str, other: str) -> Fraction:
    """Return how alike the texts are, from 0 to 1 (the Jaccard index of their pieces)."""
    if one == other:
        return _SAME
    first, second = pieces(one), pieces(other)
    shared = len(first & second)
    return Fraction(shared, len(first) + len(second) - shared)


def most_alike(one: str, other: str) -> Alike:
    """Return the two sentences of the two texts that are most alike; of equals the longest."""
    pairs: Iterable[Alike] = (
        Alike(likeness(left, right), left, right) for left in sentences(one) for right in sentences(other)
    )
    return max(pairs, key=lambda each: (each.share, len(each.one)), default=Alike(likeness(one, other), one, other))
