"""Fields filled for a block of pages at once: each writes whole columns of the block's matrix of words.

`fill` returns which rows did not fit (bool, or None when all do); their place stays blank, and the slow lane writes them.
"""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from jiping.statements.alphabet import Alphabet
from jiping.statements.fields import Marks, Square, Text, Tint
from jiping.statements.rows import Rows
from jiping.statements.square import Squares
from jiping.statements.stream_form import Gap
from jiping.statements.words import BLANK, CENTS, HEXES, NOTHING, grouped, shift, words

HIGHEST = 10**9 - 1
"""The largest whole number three words hold."""
SLACK = {"left": (0, 1), "center": (1, 2), "right": (1, 1)}
"""What part of the free width stands before the text, as a fraction."""


class Fill(Protocol):
    """Fills the places of one field."""

    def fill(self, block: Any, rows: Rows, begin: int) -> Any: ...


@dataclass(frozen=True, slots=True)
class LettersFill:
    """Text, wrapped where the field has several lines. `width` is thousandths of the size."""

    field: Text
    width: int
    lines: tuple[Gap, ...]
    shifts: tuple[Gap, ...]

    def fill(self, block: Any, rows: Rows, begin: int) -> Any:
        letters = rows.letters[self.field.name]
        starts = letters.starts[begin : begin + len(block)].copy()
        ends = letters.starts[begin + 1 : begin + 1 + len(block)]
        undrawn = np.zeros(len(block), bool)
        for line, gap in enumerate(self.lines):
            points = _gathered(letters.points, starts, ends, gap.count)
            taken, used = self._taken(rows.alphabet, points, ends - starts)
            points[np.arange(gap.count) >= taken[:, None]] = 0
            found = rows.alphabet.words[points]
            undrawn |= (found == 0).any(axis=1)
            block[:, gap.place] = found
            if self.shifts:
                part, whole = SLACK[self.field.align]
                block[:, self.shifts[line].place] = shift((self.width - used) * part // whole)
            starts += taken
        overflow = undrawn | (starts < ends)
        if overflow.any():
            for gap in self.lines:
                block[overflow, gap.place] = BLANK
        return overflow

    def _taken(self, alphabet: Alphabet, points: Any, left: Any) -> tuple[Any, Any]:
        """Return how many letters stand on the line, and how wide they are."""
        widths = np.cumsum(alphabet.advances[points], axis=1)
        taken = np.minimum((widths <= self.width).sum(axis=1), left)
        if len(self.lines) > 1:
            _unbreak(alphabet, points, taken, left)
        used = np.take_along_axis(widths, np.maximum(taken - 1, 0)[:, None], axis=1)[:, 0]
        return taken, np.where(taken > 0, used, 0)


@dataclass(frozen=True, slots=True)
class FigureFill:
    """A whole number, or money in fen where `cents`. `used[d]` is how wide d digits are, `highest` what fits."""

    field: Text
    cents: bool
    width: int
    used: Any
    highest: int
    gap: Gap
    shifts: Gap | None

    def fits(self, values: Any) -> Any:
        """Tell which values the box holds."""
        return (values >= 0) & (values <= (self.highest * 100 + 99 if self.cents else self.highest))

    def fill(self, block: Any, rows: Rows, begin: int) -> Any:
        figures = rows.figures[self.field.name]
        values = figures.values[begin : begin + len(block)]
        known = figures.known[begin : begin + len(block)]
        whole = values // 100 if self.cents else values
        fits = self.fits(values)
        shown = known & fits
        place = block[:, self.gap.first : self.gap.first + 3]
        place[:] = grouped(np.where(shown, whole, 0))
        if self.cents:
            block[:, self.gap.first + 3] = CENTS[np.where(shown, values % 100, 0)]
        if not shown.all():
            place[~shown] = NOTHING
            if self.cents:
                block[~shown, self.gap.first + 3] = _NO_CENTS
        if self.shifts is not None:
            part, of = SLACK[self.field.align]
            digits = np.searchsorted(_POWERS, np.where(shown, whole, 0), side="right")
            used = self.used[np.maximum(digits, 1)]
            block[:, self.shifts.place] = shift(used + (self.width - used) * part // of)
        return None if fits.all() else known & ~fits


@dataclass(frozen=True, slots=True)
class TintFill:
    """One of two colours, each `gap.count` words."""

    field: Tint
    gap: Gap

    def fill(self, block: Any, rows: Rows, begin: int) -> Any:
        known = rows.figures[self.field.name].known[begin : begin + len(block)]
        colours = np.stack([colour_words(self.field.missing), colour_words(self.field.present)])
        block[:, self.gap.place] = colours[known.astype(np.intp)]


@dataclass(frozen=True, slots=True)
class SquareFill:
    """The QR code, in hexadecimal."""

    field: Square
    squares: Squares
    gap: Gap

    def fill(self, block: Any, rows: Rows, begin: int) -> Any:
        place = slice(begin, begin + len(block))
        block[:, self.gap.place] = HEXES[self.squares.drawn(rows.signed[place], rows.code_values[place])]


@dataclass(frozen=True, slots=True)
class MarksFill:
    """The height of each bar: one point, or none."""

    field: Marks
    gaps: tuple[Gap, ...]

    def fill(self, block: Any, rows: Rows, begin: int) -> Any:  # noqa: ARG002  the sheet's number is all it shows
        sheets = np.arange(begin + 1, begin + 1 + len(block))
        for bit, gap in enumerate(self.gaps):
            block[:, gap.first] = _BARS[sheets >> bit & 1]


def colour_words(colour: tuple[float, float, float]) -> Any:
    """Return a colour as four words, in hundredths."""
    return words([b" ".join(b"%.2f" % part for part in colour).ljust(16)])


_NO_CENTS = words(["   )"])[0]
_POWERS = 10 ** np.arange(0, 10)
_BARS = words(["0   ", "1   "])


def _gathered(points: Any, starts: Any, ends: Any, count: int) -> Any:
    """Return the letters from each start on, (n, count), filled up with 0."""
    places = starts[:, None] + np.arange(count)
    gathered = points[np.minimum(places, len(points) - 1)]
    gathered[places >= ends[:, None]] = 0
    return gathered


def _unbreak(alphabet: Alphabet, points: Any, taken: Any, left: Any) -> None:
    """Move breaks to the front of the word or number they fall into."""
    rows = np.flatnonzero((taken < left) & (taken > 0))
    while len(rows):
        place = taken[rows]
        rows = rows[(place < points.shape[1]) & (place > 0)]
        place = taken[rows]
        inside = alphabet.joined[points[rows, place]] & alphabet.joined[points[rows, place - 1]]
        rows = rows[inside]
        taken[rows] -= 1
