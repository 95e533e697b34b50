"""Where blocks stand on a sheet: column bounds shared by its tables, and how tall a wrapped text is."""

import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate

from jiping.domain.document import Para, Part, Table
from jiping.formats.page import WIDEST_TEXT_MM, text_width
from jiping.formats.sheets import TALLEST_ROW_PT

MM_PER_PT = Fraction(127, 360)
LEADING = Fraction(14, 10)
PADDING_PT = 5
CELL_PADDING_MM = 1
PROSE_COLUMNS = 6  # a page of prose as one wide column is cut off by programs that print column by column


def column_bounds(part: Part) -> tuple[int, ...]:
    """Return the edges of the sheet's columns in millimetres from the left, so that every table's edges are among them."""
    width = text_width(part)
    bounds = {0, width}
    for block in part.blocks:
        if isinstance(block, Table):
            bounds.update(table_bounds(block))
    widest = max((len(block.texts) for block in part.blocks if isinstance(block, Para)), default=1)
    if len(bounds) <= max(widest, 2):
        columns = max(widest, PROSE_COLUMNS)
        bounds.update(width * number // columns for number in range(columns))
    return tuple(sorted(bounds))


def table_bounds(table: Table) -> tuple[int, ...]:
    """Return the edges of a table's columns in millimetres, scaled down when it is wider than a sheet holds."""
    edges = tuple(accumulate(table.widths_mm, initial=0))
    scale = min(Fraction(1), Fraction(WIDEST_TEXT_MM, edges[-1]))
    return tuple(round(edge * scale) for edge in edges)


def shares(bounds: tuple[int, ...], texts: int) -> list[tuple[int, int]]:
    """Return for each of `texts` texts on one line the first and last column it may fill, about equally wide."""
    columns = len(bounds) - 1
    cuts = [0]
    for number in range(1, texts):
        wanted = Fraction(bounds[-1] * number, texts)
        free = range(cuts[-1] + 1, columns - (texts - number) + 1)
        cuts.append(min(free, key=lambda cut: abs(bounds[cut] - wanted)))
    return [(a, b - 1) for a, b in zip(cuts, [*cuts[1:], columns], strict=True)]


def line_count(text: str, width_mm: int, size_pt: int) -> int:
    """Estimate how many lines `text` wraps to."""
    return sum(1 for _ in wrapped(text, width_mm, size_pt))


def height_pt(lines: int, size_pt: int) -> int:
    """Return the row height that shows so many lines, at most what a sheet allows."""
    return min(TALLEST_ROW_PT, round(lines * size_pt * LEADING) + PADDING_PT)


def wrapped(text: str, width_mm: int, size_pt: int) -> Iterator[str]:
    """Yield the lines of `text`, newlines kept at their end; joined they are the text again."""
    room = max(Fraction(1), (width_mm - CELL_PADDING_MM) / (size_pt * MM_PER_PT))
    line, used = "", Fraction(0)
    for character in text:
        wide = Fraction(1 if unicodedata.east_asian_width(character) in "WFA" else Fraction(55, 100))
        if used + wide > room and character != "\n":
            yield line
            line, used = "", Fraction(0)
        line, used = line + character, used + wide
        if character == "\n":
            yield line
            line, used = "", Fraction(0)
    yield line
