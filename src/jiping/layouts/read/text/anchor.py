"""Anchors: two bare numbers side by side are a row's weight and score, whatever else has moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from jiping.layouts.read.text.token import Token

_FULL = 100  # no form gives a single row more points; only prefers one reading, refuses none


@dataclass(frozen=True, slots=True)
class Chunk:
    """The words of one row before its anchor, the reason behind it on the same line, and the words of the anchor itself."""

    words: Sequence[Token]
    weight: Decimal
    score: Decimal
    reason: Sequence[Token]
    points: Sequence[Token]


def chunks(words: Sequence[Token]) -> tuple[list[Chunk], Sequence[Token]]:
    """Return the rows in order, and the words left over behind the last anchor."""
    anchors = list(_anchors(words))
    crowded = len({words[at].line for at in anchors}) < len(anchors)
    found: list[Chunk] = []
    start = 0
    for number, at in enumerate(anchors):
        follower = anchors[number + 1] if number + 1 < len(anchors) else len(words)
        end = at + 2 if crowded else _line_end(words, at + 2, follower)
        found.append(Chunk(words[start:at], *_pair(words, at), words[at + 2 : end], words[at : at + 2]))
        start = end
    return found, words[start:]


def _anchors(words: Sequence[Token]) -> Iterator[int]:
    """Yield the index of each weight. A pair with nothing before it was the target and actual of the next pair."""
    waiting: int | None = None
    for first, end in _runs(words):
        if end - first < 2:
            continue
        if waiting is not None and first > waiting + 2:
            yield waiting
        waiting = _choose(words, first, end)
    if waiting is not None:
        yield waiting


def _runs(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield start and end of every run of numbers on one line."""
    for key, members in groupby(range(len(words)), key=lambda at: (words[at].number is not None, words[at].line)):
        if key[0]:
            found = list(members)
            yield found[0], found[-1] + 1


def _choose(words: Sequence[Token], first: int, end: int) -> int:
    """Return the last pair that could be weight and score, or simply the last."""
    fitting = (at for at in range(end - 2, first - 1, -1) if _fits(*_pair(words, at)))
    return next(fitting, end - 2)


def _fits(weight: Decimal, score: Decimal) -> bool:
    return 0 <= score <= weight <= _FULL


def _pair(words: Sequence[Token], at: int) -> tuple[Decimal, Decimal]:
    weight, score = words[at].number, words[at + 1].number
    if weight is None or score is None:
        raise AssertionError("an anchor is two numbers")
    return weight, score


def _line_end(words: Sequence[Token], start: int, stop: int) -> int:
    """Return where the line of the word before `start` ends, not beyond `stop`."""
    end = start
    while end < stop and words[end].line == words[start - 1].line:
        end += 1
    return end
