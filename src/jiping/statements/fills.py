"""Fields filled for a block of pages at once: each writes whole columns of the block's matrix of words.

`fill` returns the rows of the block and the fields that did not fit: their places stay blank, and the slow lane writes them.
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
    """Fills the places of one field, or of several alike."""

    def fill(self, block: Any, rows: Rows, begin: int) -> list[tuple[int, Text]]: ...


@dataclass(frozen=True, slots=True)
class LettersFill:
    """Text, wrapped where the field has several lines. `width` is thousandths of the size."""

    field: Text
    width: int
    lines: tuple[Gap, ...]
    shifts: tuple[Gap, ...]

    def fill(self, block: Any, rows: Rows, begin: int) -> list[tuple[int, Text]]:
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
        if not overflow.any():
            return []
        for gap in self.lines:
            block[overflow, gap.place] = BLANK
        return [(row, self.field) for row in np.flatnonzero(overflow).tolist()]

    def _taken(self, alphabet: Alphabet, points: Any, left: Any) -> tuple[Any, Any]:
        """Return how many letters stand on the line, and how wide they are."""
        widths = np.cumsum(alphabet.advances[points], axis=1)
        taken = np.minimum((widths <= self.width).sum(axis=1), left)
        if len(self.lines) > 1:
            _unbreak(alphabet, points, taken, left)
        used = np.take_along_axis(widths, np.maximum(taken - 1, 0)[:, None], axis=1)[:, 0]
        return taken, np.where(taken > 0, used, 0)


@dataclass(frozen=True, slots=True, eq=False)
class FigureFill:
    """Whole numbers, or money in fen where `cents`, of several fields (k) at once.

    `used[d]` is how wide d digits are, `room` (k) how wide the boxes, in thousandths of the size; `highest` (k) what fits.
    `shifts` is empty where the figures end where their boxes end.
    """

    fields: tuple[Text, ...]
    cents: bool
    used: Any
    room: Any
    highest: Any
    gaps: tuple[Gap, ...]
    shifts: tuple[Gap, ...]

    def misfits(self, rows: Rows) -> list[tuple[int, Text]]:
        """Return the rows and fields whose values do not fit, of all rows."""
        values, known = self._values(rows, slice(None))
        return self._pairs(known & ~self._fits(values))

    def fill(self, block: Any, rows: Rows, begin: int) -> list[tuple[int, Text]]:
        values, known = self._values(rows, slice(begin, begin + len(block)))
        fits = self._fits(values)
        shown = known & fits
        values = np.where(shown, values, 0)
        whole, fen = np.divmod(values, 100) if self.cents else (values, None)
        written = grouped(whole) if fen is None else np.concatenate([grouped(whole), CENTS[fen][..., None]], axis=-1)
        if not shown.all():
            written[~shown] = _NO_FIGURE[: written.shape[-1]]
        for place, gap in enumerate(self.gaps):
            block[:, gap.place] = written[:, place]
        if self.shifts:
            used = self.used[np.maximum(np.searchsorted(_POWERS, whole, side="right"), 1)]
            part, of = np.array([SLACK[field.align] for field in self.fields]).T
            moved = shift(used + (self.room - used) * part // of)
            for place, gap in enumerate(self.shifts):
                block[:, gap.place] = moved[:, place]
        return [] if fits.all() else self._pairs(known & ~fits)

    def _values(self, rows: Rows, part: slice) -> tuple[Any, Any]:
        figures = [rows.figures[field.name] for field in self.fields]
        values = np.stack([each.values[part] for each in figures], axis=1)
        return values, np.stack([each.known[part] for each in figures], axis=1)

    def _fits(self, values: Any) -> Any:
        return (values >= 0) & (values <= (self.highest * 100 + 99 if self.cents else self.highest))

    def _pairs(self, found: Any) -> list[tuple[int, Text]]:
        return [(row, self.fields[place]) for row, place in np.argwhere(found).tolist()]


@dataclass(frozen=True, slots=True, eq=False)
class TintFill:
    """One of two colours for each field; `colours` (k, 2, …) are words, for a missing value and for a present one."""

    fields: tuple[Tint, ...]
    colours: Any
    gaps: tuple[Gap, ...]

    def fill(self, block: Any, rows: Rows, begin: int) -> list[tuple[int, Text]]:
        for field, colours, gap in zip(self.fields, self.colours, self.gaps, strict=True):
            known = rows.figures[field.name].known[begin : begin + len(block)]
            block[:, gap.place] = colours[known.view(np.uint8)]
        return []


@dataclass(frozen=True, slots=True)
class SquareFill:
    """The QR code, in hexadecimal."""

    field: Square
    squares: Squares
    gap: Gap

    def fill(self, block: Any, rows: Rows, begin: int) -> list[tuple[int, Text]]:
        place = slice(begin, begin + len(block))
        block[:, self.gap.place] = HEXES[self.squares.drawn(rows.signed[place], rows.code_values[place])]
        return []


@dataclass(frozen=True, slots=True)
class MarksFill:
    """The height of each bar: one point, or none."""

    field: Marks
    gaps: tuple[Gap, ...]

    def fill(self, block: Any, rows: Rows, begin: int) -> list[tuple[int, Text]]:  # noqa: ARG002  the sheet's number is all it shows
        sheets = np.arange(begin + 1, begin + 1 + len(block))
        for bit, gap in enumerate(self.gaps):
            block[:, gap.first] = _BARS[sheets >> bit & 1]
        return []


def colour_words(colour: tuple[float, float, float]) -> Any:
    """Return a colour as four words, in hundredths."""
    return words([b" ".join(b"%.2f" % part for part in colour).ljust(16)])


_NO_FIGURE = np.append(np.full(3, NOTHING), words(["   )"]))
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
