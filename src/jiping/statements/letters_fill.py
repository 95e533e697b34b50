"""Text filled for a block of pages at once."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from jiping.statements.alphabet import Alphabet
from jiping.statements.fields import SLACK, Text
from jiping.statements.rows import Rows
from jiping.statements.stream_form import Gap
from jiping.statements.words import BLANK, shift


@dataclass(frozen=True, slots=True)
class LettersFill:
    """Text, wrapped where the field has several lines. `width` is thousandths of the size."""

    field: Text
    width: int
    lines: tuple[Gap, ...]
    shifts: tuple[Gap, ...]

    def fill(self, block: Any, rows: Rows) -> list[tuple[int, Text]]:
        letters = rows.letters[self.field.name]
        starts = letters.starts[:-1].copy()
        ends = letters.starts[1:]
        undrawn = np.zeros(len(block), bool)
        for line, gap in enumerate(self.lines):
            points = _gathered(letters.points, starts, ends, gap.count)
            taken, used = self._taken(rows.alphabet, points, ends - starts)
            points[np.arange(gap.count) >= taken[:, None]] = 0
            found = rows.alphabet.words[points]
            undrawn |= ((found == 0) & (points > 0)).any(axis=1)
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
        used = widths[np.arange(len(taken)), np.maximum(taken - 1, 0)]
        return taken, np.where(taken > 0, used, 0)


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
