"""A ruled table of one page as cells at grid positions, filled with the letters that stand in them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce
from itertools import pairwise

from jiping.domain.document import Align, Cell, Table
from jiping.domain.place import Place
from jiping.formats.cells import Position, table_of
from jiping.formats.ruled.lattice import Lattice
from jiping.formats.ruled.lines import join, lines_of
from jiping.formats.ruled.marks import Char
from jiping.formats.ruled.rules import NEAR

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class RuledTable:
    """Cells by position, the edges of the columns in points, and the number of rows."""

    cells: dict[Position, Cell]
    edges: tuple[float, ...]
    height: int
    place: Place

    def continues_as(self, other: "RuledTable") -> bool:
        """Tell whether `other`, met first on the next page, has the same columns."""
        return len(self.edges) == len(other.edges) and all(
            abs(a - b) < NEAR for a, b in zip(self.edges, other.edges, strict=True)
        )

    def table(self) -> Table:
        widths = tuple(round((b - a) / POINTS_PER_MM) for a, b in pairwise(self.edges))
        return table_of(
            {at: _placed(cell, at, self.place) for at, cell in self.cells.items()}, widths, place=self.place
        )


def fill(lattice: Lattice, chars: Iterable[Char], place: Place) -> tuple[RuledTable, list[Char]]:
    """Return the table with its texts, and the letters that stand in none of its cells."""
    owner = {
        (r + i, c + j): (r, c) for r, c, height, width in lattice.cells for i in range(height) for j in range(width)
    }
    inside: defaultdict[Position, list[Char]] = defaultdict(list)
    outside: list[Char] = []
    for char in chars:
        column = bisect_right(lattice.columns, (char.left + char.right) / 2) - 1
        row = bisect_right(lattice.rows, (char.top + char.bottom) / 2) - 1
        at = owner.get((row, column))
        (outside if at is None else inside[at]).append(char)
    cells = {(r, c): _cell(inside[r, c], height, width, place) for r, c, height, width in lattice.cells}
    return RuledTable(cells, lattice.columns, len(lattice.rows) - 1, place), outside


def _cell(chars: list[Char], height: int, width: int, place: Place) -> Cell:
    text = reduce(join, (line.text for line in lines_of(chars)), "")
    where = Place(place.file, page=place.page)
    return Cell(text, height, width, align=Align.LEFT, place=where, confidence=_least(chars))


def _least(chars: list[Char]) -> Decimal | None:
    return min((char.confidence for char in chars if char.confidence is not None), default=None)


def _placed(cell: Cell, at: Position, table: Place) -> Cell:
    own = cell.place or table
    return replace(cell, place=replace(own, table=table.table, row=at[0] + 1, column=at[1] + 1))
