"""A ruled table of one page as cells at grid positions."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from pdfplumber.page import Page
from pdfplumber.table import Table as FoundTable

from jiping.domain.document import Align, Cell, Table
from jiping.domain.place import Place
from jiping.formats.cells import Position, table_of
from jiping.formats.guard import refuse_too_many_cells
from jiping.formats.pdf.lines import join, lines_of

SAME_LINE_PT = 3
POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class RuledTable:
    """Cells by position, the edges of the columns in points, and whether the table touches the page's ends."""

    cells: dict[Position, Cell]
    edges: tuple[float, ...]
    height: int
    place: Place

    def continues_as(self, other: "RuledTable") -> bool:
        """Tell whether `other`, met first on the next page, has the same columns."""
        return len(self.edges) == len(other.edges) and all(
            abs(a - b) < SAME_LINE_PT for a, b in zip(self.edges, other.edges, strict=True)
        )

    def table(self) -> Table:
        widths = tuple(round((b - a) / POINTS_PER_MM) for a, b in pairwise(self.edges))
        return table_of(
            {at: _placed(cell, at, self.place) for at, cell in self.cells.items()}, widths, place=self.place
        )


def ruled_table(page: Page, found: FoundTable, place: Place) -> RuledTable:
    """Return the cells of a table pdfplumber found; equal edges within a few points are one grid line."""
    columns = _merged(x for cell in found.cells for x in (cell[0], cell[2]))
    rows = _merged(y for cell in found.cells for y in (cell[1], cell[3]))
    refuse_too_many_cells(len(columns) * len(rows), place)
    cells: dict[Position, Cell] = {}
    chars = _by_cell(page, found)
    for box in found.cells:
        left, top, right, bottom = (
            _nearest(edges, value) for edges, value in zip((columns, rows, columns, rows), box, strict=True)
        )
        text = reduce(join, (line.text for line in lines_of(chars[box])), "")
        cells[top, left] = Cell(
            text, max(1, bottom - top), max(1, right - left), align=Align.LEFT, place=Place(place.file, page=place.page)
        )
    return RuledTable(cells, tuple(columns), len(rows) - 1, place)


def _by_cell(page: Page, found: FoundTable) -> dict[tuple[float, float, float, float], list[dict[str, object]]]:
    """Sort the characters of the page into cells; cells of a row stand beside each other, so tops are searched first."""
    boxes = sorted(found.cells, key=lambda box: (box[1], box[0]))
    filled: dict[tuple[float, float, float, float], list[dict[str, object]]] = {box: [] for box in boxes}
    for char in page.chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        for box in boxes:
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                filled[box].append(char)
                break
    return filled


def _merged(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > SAME_LINE_PT:
            kept.append(value)
    return kept


def _nearest(edges: list[float], value: float) -> int:
    at = bisect_left(edges, value)
    return min((i for i in (at - 1, at) if 0 <= i < len(edges)), key=lambda i: abs(edges[i] - value))


def _placed(cell: Cell, at: Position, table: Place) -> Cell:
    own = cell.place or table
    return replace(cell, place=replace(own, table=table.table, row=at[0] + 1, column=at[1] + 1))
