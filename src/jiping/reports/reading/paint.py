"""Find in a text the words that were recognised, and cut it into runs of one meaning each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from jiping.layouts.spacing import half_width
from jiping.reports.reading.role import Role
from jiping.reports.reading.told import Told

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Painted:
    """A text in runs; `whole` is told about all of it, each run has what is told about that part alone."""

    whole: tuple[Told, ...]
    runs: tuple[tuple[str, tuple[Told, ...]], ...]


def paint(text: str, told: Sequence[Told]) -> Painted:
    """Return the text with what is told about it; of words within words the inner ones count."""
    found: dict[Span, list[Told]] = {}
    for span, each in _spans(text, told):
        found.setdefault(span, []).append(each)
    inside = (len(text) - len(text.lstrip()), len(text.rstrip()))
    whole = tuple(found.pop(inside, ())) + tuple(found.pop((0, len(text)), ()))
    owners: list[Span | None] = [None] * len(text)
    for start, end in sorted(found, key=lambda span: span[0] - span[1]):
        owners[start:end] = [(start, end)] * (end - start)
    cut = ((owner, "".join(text[at] for at in run)) for owner, run in groupby(range(len(text)), owners.__getitem__))
    return Painted(whole, tuple((part, tuple(found[owner]) if owner else ()) for owner, part in cut))


def _spans(text: str, told: Sequence[Told]) -> Iterator[tuple[Span, Told]]:
    """Yield where each stands: behind the one before it, else anywhere; what was joined from more is the whole text."""
    known, at = half_width(text), 0
    for each in sorted(told, key=lambda one: one.role is Role.TOTAL):
        words = half_width(each.text.strip())
        start = known.find(words, at) if known.find(words, at) >= 0 else known.find(words)
        if start < 0:
            yield (0, len(text)), each
        else:
            at = start + len(words)
            yield (start, at), each
