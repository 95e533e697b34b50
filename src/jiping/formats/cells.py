"""Positions of cells in a table, both ways: from spans to positions for writers, back for readers."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from jiping.domain.document import Cell, Table
from jiping.domain.place import Place

DENSE_BEYOND_COLUMNS = 6

_EMPTY = Cell("")

Position = tuple[int, int]
"""Row and column of a grid, counted from 0."""


def origins(table: Table) -> dict[Position, Cell]:
    """Return the cells of `table` by their top left position."""
    found: dict[Position, Cell] = {}
    taken: set[Position] = set()
    for r, row in enumerate(table.rows):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            found[r, c] = cell
            taken.update(area((r, c), cell))
    return found


def is_dense(table: Table) -> bool:
    """Tell whether a table has so many columns that it is set in 小五 (9 pt) rather than 五号 (10.5 pt)."""
    return len(table.widths_mm) > DENSE_BEYOND_COLUMNS


def heading_rows(table: Table) -> int:
    """Return how many rows repeat on every page: as many as stated, and on to the end of every cell begun there.

    A heading as long as the table repeats nothing.
    """
    rows = table.header_rows
    cells = origins(table)
    while (reach := max((r + cell.rowspan for (r, _), cell in cells.items() if r < rows), default=0)) > rows:
        rows = reach
    return rows if rows < len(table.rows) else 0


def area(at: Position, cell: Cell) -> list[Position]:
    """Return every position a cell at `at` covers, row by row."""
    return [(r, c) for r in range(at[0], at[0] + cell.rowspan) for c in range(at[1], at[1] + cell.colspan)]


def owners(cells: Mapping[Position, Cell]) -> dict[Position, Position]:
    """Return for every covered position the origin of the cell that covers it."""
    return {spot: at for at, cell in cells.items() for spot in area(at, cell)}


def table_of(
    cells: Mapping[Position, Cell], widths_mm: tuple[int, ...], header_rows: int = 0, place: Place | None = None
) -> Table:
    """Return a Table without holes or overlaps from cells at their positions.

    A span that runs into another cell or over the edge is cut back; a hole becomes an empty cell.
    """
    height = 1 + max((r for r, _ in cells), default=-1)
    width = len(widths_mm)
    taken: set[Position] = set()
    rows: list[tuple[Cell, ...]] = []
    for r in range(height):
        row: list[Cell] = []
        for c in range(width):
            if (r, c) in taken:
                continue
            cell = cells.get((r, c), _EMPTY)
            if cell.rowspan > 1 or cell.colspan > 1:
                cell = _cut_back((r, c), cell, cells, taken, (height, width))
                taken.update(area((r, c), cell))
            row.append(cell)
        rows.append(tuple(row))
    return Table(tuple(rows), widths_mm, header_rows=min(header_rows, height), place=place)


def without_idle_columns(
    cells: Mapping[Position, Cell], widths_mm: tuple[int, ...]
) -> tuple[dict[Position, Cell], tuple[int, ...]]:
    """Drop the grid lines no cell of this table begins at: they belong to another table on the same sheet."""
    starts = sorted({c for _, c in cells} | {0})
    new = {old: i for i, old in enumerate(starts)}
    bounds = [*starts, len(widths_mm)]
    widths = tuple(sum(widths_mm[a:b]) for a, b in pairwise(bounds))
    moved = {
        (r, new[c]): replace(cell, colspan=sum(1 for start in starts if c <= start < c + cell.colspan))
        for (r, c), cell in cells.items()
    }
    return moved, widths


def _cut_back(at: Position, cell: Cell, cells: Mapping[Position, Cell], taken: set[Position], size: Position) -> Cell:
    def free(spot: Position) -> bool:
        return spot == at or (spot not in taken and spot not in cells)

    r, c = at
    colspan = 1
    while colspan < cell.colspan and c + colspan < size[1] and free((r, c + colspan)):
        colspan += 1
    rowspan = 1
    while rowspan < cell.rowspan and r + rowspan < size[0] and all(free((r + rowspan, c + i)) for i in range(colspan)):
        rowspan += 1
    return (
        replace(cell, rowspan=rowspan, colspan=colspan) if (rowspan, colspan) != (cell.rowspan, cell.colspan) else cell
    )
