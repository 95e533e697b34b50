"""Cells of a table without walls whose text may be that of two: they are marked, so that no figure in them is used unseen."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from jiping.formats.cells import Position
from jiping.formats.ruled.grid import RuledTable
from jiping.formats.ruled.lattice import Lattice
from jiping.formats.ruled.pieces import SAME_LINE, Piece

UNSURE = Decimal("0.5")


def wholly_unsure(table: RuledTable) -> RuledTable:
    """Return the table with half confidence in every cell: nothing but its own texts told where it stands."""
    return replace(table, cells={at: replace(cell, confidence=UNSURE) for at, cell in table.cells.items()})


def with_doubts(table: RuledTable, lattice: Lattice, pieces: Iterable[Piece]) -> RuledTable:
    """Return the table with half confidence in every cell that holds two texts on one line, or a piece of a text."""
    owner = {
        (r + i, c + j): (r, c) for r, c, height, width in lattice.cells for i in range(height) for j in range(width)
    }

    def cell_at(x: float, y: float) -> Position | None:
        return owner.get((bisect_right(lattice.rows, y) - 1, bisect_right(lattice.columns, x) - 1))

    doubtful: set[Position | None] = set()
    held: defaultdict[Position | None, list[Piece]] = defaultdict(list)
    for piece in pieces:
        quarter = (piece.right - piece.left) / 4
        ends = {cell_at(piece.left + quarter, piece.middle), cell_at(piece.right - quarter, piece.middle)}
        if len(ends) > 1 and not piece.is_figure:
            doubtful |= ends
        held[cell_at((piece.left + piece.right) / 2, piece.middle)].append(piece)
    for at, inside in held.items():
        heights = sorted(piece.middle for piece in inside)
        if any(b - a < SAME_LINE * inside[0].size for a, b in pairwise(heights)):
            doubtful.add(at)
    cells = {at: replace(cell, confidence=UNSURE) if at in doubtful else cell for at, cell in table.cells.items()}
    return replace(table, cells=cells)
