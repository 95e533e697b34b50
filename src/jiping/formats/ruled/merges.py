"""Labels merged downwards in a table without lines: in the columns left of the names, between the heading and the last name."""

from bisect import bisect_left
from collections.abc import Sequence

from jiping.formats.cells import Position
from jiping.formats.ruled.centred import centred_blocks
from jiping.formats.ruled.pieces import Piece

FEWEST_TEXTS = 3  # of a row that has a name

Columns = Sequence[Sequence[Piece]]


def merged(columns: Columns, bounds: Sequence[float], names: int, unit: float) -> set[Position]:
    """Return bound and column wherever a label goes on from one row to the next."""
    start, end = _body(columns, bounds, names)
    return {
        (at, column)
        for column in range(names)
        for first, behind in _blocks(columns[column], bounds, (start, end), unit)
        for at in range(first + 1, behind)
    }


def _blocks(
    labels: Sequence[Piece], bounds: Sequence[float], body: tuple[int, int], unit: float
) -> list[tuple[int, int]]:
    """Return the rows of each label; where none fit, those below a heading of two rows."""
    start, end = body
    for begin in range(start, min(start + 2, end)):
        middles = sorted(each.middle for each in labels if bounds[begin] < each.middle < bounds[end])
        if blocks := centred_blocks(middles, bounds[begin : end + 1], unit):
            return [(begin + first, begin + behind) for first, behind in blocks]
    return []


def _body(columns: Columns, bounds: Sequence[float], names: int) -> tuple[int, int]:
    """Return the first row below the fullest heading, and the row behind the last that has a name."""
    height = len(bounds) - 1
    filled: list[set[int]] = [set() for _ in range(height)]
    figures: set[int] = set()
    for column, pieces in enumerate(columns):
        for piece in pieces:
            row = max(0, min(bisect_left(bounds, piece.middle) - 1, height - 1))
            filled[row].add(column)
            figures |= {row} if piece.is_figure else set()
    headings = [0 if row in figures else len(each) for row, each in enumerate(filled)]
    start = headings.index(max(headings)) + 1 if 2 * max(headings) > len(columns) else 0
    named = [row for row, each in enumerate(filled) if names in each and len(each) >= FEWEST_TEXTS]
    return start, max(min(start + 1, height), named[-1] + 1 if named else height)
