"""What stands on a page before anyone has read it. Lengths are points from the top left corner of the page."""

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


THIN = 4.0


def strokes_of_box(left: float, top: float, right: float, bottom: float) -> list[Stroke]:
    """Return a thin box as the line it draws, any other as its four sides."""
    if bottom - top <= THIN and bottom - top < right - left:
        middle = (top + bottom) / 2
        return [Stroke(left, middle, right, middle)]
    if right - left <= THIN:
        middle = (left + right) / 2
        return [Stroke(middle, top, middle, bottom)]
    return [
        Stroke(left, top, right, top),
        Stroke(left, bottom, right, bottom),
        Stroke(left, top, left, bottom),
        Stroke(right, top, right, bottom),
    ]
