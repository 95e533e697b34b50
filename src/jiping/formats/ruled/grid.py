"""A ruled table of one page as cells at grid positions, filled with the letters that stand in them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from jiping.domain.document import Align, Cell, Table
from jiping.domain.place import Place
from jiping.formats.cells import Position, table_of
from jiping.formats.ruled.columns import nearest
from jiping.formats.ruled.lattice import Lattice
from jiping.formats.ruled.lines import Line, join, lines_of
from jiping.formats.ruled.marks import Char, least
from jiping.formats.ruled.overflow import keep_figures_whole

POINTS_PER_MM = 72 / 25.4
ROOM_OF_A_LETTER = 2.2  # sizes of a letter: itself and the margins of the cell


@dataclass(frozen=True)
class RuledTable:
    """Cells by position, the edges of the columns in points, and the number of rows.

    `full` are the cells whose last line leaves no room for another letter, so that their text may go on elsewhere.
    """

    cells: dict[Position, Cell]
    edges: tuple[float, ...]
    height: int
    place: Place
    full: frozenset[Position] = frozenset()

    def laid_on(self, edges: tuple[float, ...]) -> "RuledTable":
        """Return the table on finer columns, among whose `edges` are all of its own."""
        if len(edges) == len(self.edges):
            return self
        new = [nearest(edge, edges) for edge in self.edges]
        cells = {
            (r, new[c]): replace(cell, colspan=new[c + cell.colspan] - new[c]) for (r, c), cell in self.cells.items()
        }
        full = frozenset((r, new[c]) for r, c in self.full)
        return replace(self, cells=cells, edges=edges, full=full)

    def table(self) -> Table:
        widths = tuple(round((b - a) / POINTS_PER_MM) for a, b in pairwise(self.edges))
        return table_of(
            {at: _placed(cell, at, self.place) for at, cell in self.cells.items()}, widths, place=self.place
        )


def fill(lattice: Lattice, chars: Sequence[Char], place: Place) -> tuple[RuledTable, list[Char]]:
    """Return the table with its texts, and the letters that stand in none of its cells."""
    owner = {
        (r + i, c + j): (r, c) for r, c, height, width in lattice.cells for i in range(height) for j in range(width)
    }

    def cell_at(x: float, y: float) -> Position | None:
        return owner.get((bisect_right(lattice.rows, y) - 1, bisect_right(lattice.columns, x) - 1))

    inside: defaultdict[Position, list[Char]] = defaultdict(list)
    outside: list[Char] = []
    owners = [cell_at((char.left + char.right) / 2, (char.top + char.bottom) / 2) for char in chars]
    keep_figures_whole(chars, owners, cell_at)
    for char, at in zip(chars, owners, strict=True):
        (outside if at is None else inside[at]).append(char)
    where = Place(place.file, page=place.page)
    cells: dict[Position, Cell] = {}
    full: set[Position] = set()
    for r, c, height, width in lattice.cells:
        lines = lines_of(inside[r, c])
        text = reduce(join, (line.text for line in lines), "")
        sure = least(line.confidence for line in lines)
        cells[r, c] = Cell(text, height, width, align=Align.LEFT, place=where, confidence=sure)
        if lines and _is_full(lines[-1], lattice.columns[c + width] - lattice.columns[c]):
            full.add((r, c))
    return RuledTable(cells, lattice.columns, len(lattice.rows) - 1, place, frozenset(full)), outside


def _is_full(line: Line, width: float) -> bool:
    return width - (line.right - line.left) < ROOM_OF_A_LETTER * line.size


def _placed(cell: Cell, at: Position, table: Place) -> Cell:
    own = cell.place or table
    return replace(cell, place=replace(own, table=table.table, row=at[0] + 1, column=at[1] + 1))
