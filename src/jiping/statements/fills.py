"""Fields filled for a block of pages at once: each writes whole columns of the block's matrix of words.

`fill` returns the rows of the block and the fields that did not fit: their places stay blank, and the slow lane writes them.
"""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from jiping.statements.fields import Marks, Square, Text, Tint
from jiping.statements.rows import Rows
from jiping.statements.square import Squares
from jiping.statements.stream_form import Gap
from jiping.statements.words import BYTES, HEXES, PADDING, words

_BARS = words([b"n\n\0\0", b"f\n\0\0"])


class Fill(Protocol):
    """Fills the places of one field, or of several alike."""

    def fill(self, block: Any, rows: Rows) -> list[tuple[int, Text]]: ...


@dataclass(frozen=True, slots=True, eq=False)
class TintFill:
    """One of two colours for each field; `colours` (k, 2) are words, for a missing value and for a present one."""

    fields: tuple[Tint, ...]
    colours: Any
    gaps: tuple[Gap, ...]

    def fill(self, block: Any, rows: Rows) -> list[tuple[int, Text]]:
        for field, colours, gap in zip(self.fields, self.colours, self.gaps, strict=True):
            known = rows.figures[field.name].known
            block[:, gap.first] = colours[known.view(np.uint8)]
        return []


@dataclass(frozen=True, slots=True)
class SquareFill:
    """The QR code, in hexadecimal."""

    field: Square
    squares: Squares
    gap: Gap

    def fill(self, block: Any, rows: Rows) -> list[tuple[int, Text]]:
        block[:, self.gap.place] = HEXES[self.squares.drawn(rows.signed, rows.code_values)]
        return []


@dataclass(frozen=True, slots=True)
class MarksFill:
    """Whether each bar is filled or not (8.5.3)."""

    field: Marks
    gaps: tuple[Gap, ...]

    def fill(self, block: Any, rows: Rows) -> list[tuple[int, Text]]:
        sheets = np.arange(rows.first + 1, rows.first + 1 + rows.count)
        for bit, gap in enumerate(self.gaps):
            block[:, gap.first] = _BARS[sheets >> bit & 1]
        return []


def colour_word(colour: int) -> Any:
    """Return the place of a colour in the palette, and that it is chosen (8.6.8)."""
    return words([(b"%d\nsc" % colour).rjust(BYTES, PADDING)])[0]
