"""One table of a web page, its spans resolved; a table within a cell is lines of that cell."""

from dataclasses import replace

from lxml import etree

from jiping.domain.document import Align, Cell, Role, Table
from jiping.domain.place import Place
from jiping.formats.cells import Position, area, table_of
from jiping.formats.guard import refuse_too_many_cells
from jiping.formats.html.words import shown, source_of

_WIDEST_SPAN = 1000


def read_table(source: etree._Element, place: Place) -> Table:
    """Return the table; every cell's place is `place` with row and column."""
    cells: dict[Position, Cell] = {}
    taken: set[Position] = set()
    rows = [row for row in source.iter("tr") if next(row.iterancestors("table")) is source]
    headings = 0
    for r, row in enumerate(rows):
        parent = row.getparent()
        headings += headings == r and parent is not None and parent.tag == "thead"
        c = 0
        for each in (each for each in row if each.tag in {"td", "th"}):
            while (r, c) in taken:
                c += 1
            rowspan = min(_span(each, "rowspan") or len(rows), len(rows) - r)
            colspan = min(_span(each, "colspan") or 1, _WIDEST_SPAN)
            refuse_too_many_cells(len(taken) + rowspan * colspan, place)
            role = Role.HEADER if each.tag == "th" and headings > r else Role.TEXT
            where = replace(place, row=r + 1, column=c + 1)
            cell = Cell(_cell_text(each), rowspan, colspan, role, Align.LEFT, place=where)
            cells[r, c] = cell
            taken.update(area((r, c), cell))
    width = 1 + max((c for _, c in taken), default=-1)
    refuse_too_many_cells(len(rows) * width, place)
    return table_of(cells, (0,) * width, headings, place)


def only_lays_out(table: etree._Element) -> bool:
    """Tell whether most of a table's text stands in tables within it."""
    inner = sum(_length(each) for each in table.iterfind(".//table"))
    return inner > 0 and 2 * inner > _length(table)


def _length(element: etree._Element) -> int:
    return sum(len(each.strip()) for each in element.itertext())


def _cell_text(cell: etree._Element) -> str:
    """Return the text of a cell, one paragraph a line; rows of a table inside are lines of their own."""
    return "\n".join(line for line in shown(source_of(cell)).split("\n") if line.strip())


def _span(cell: etree._Element, side: str) -> int:
    stated = cell.get(side, "1").strip()
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 6 else 1
