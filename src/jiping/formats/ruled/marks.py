"""What stands on a page before anyone has read it. Lengths are points from the top left corner of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple


class Char(NamedTuple):
    """One letter in its box; `confidence` between 0 and 1 where it was recognised from a picture."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: Decimal | None = None

    @property
    def size(self) -> float:
        return self.bottom - self.top


def least(confidences: Iterable[Decimal | None]) -> Decimal | None:
    """Return the least confidence, None where nothing was recognised from a picture."""
    return min((each for each in confidences if each is not None), default=None)


class Stroke(NamedTuple):
    """A ruled line, upright or level: its ends are ordered, and equal in one direction."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageMarks:
    """One page, counted from 1."""

    number: int
    width: float
    height: float
    chars: list[Char]
    strokes: list[Stroke]
