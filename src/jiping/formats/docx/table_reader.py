"""Read `w:tbl`: a vertical merge is one cell, gridBefore shifts a row, a nested table becomes text of its cell."""

from dataclasses import replace
from fractions import Fraction

from lxml import etree

from jiping.domain.document import Align, Cell, Role, Table
from jiping.domain.place import Place
from jiping.formats.cells import Position, table_of
from jiping.formats.docx.markup import q
from jiping.formats.docx.story import PAGE_BREAK, passed_through, text_of
from jiping.formats.guard import refuse_too_many_cells

_TWIPS_PER_MM = Fraction(1440 * 5, 127)


def read_table(source: etree._Element, place: Place) -> Table:
    """Return the table; every cell's place is `place` with row and column."""
    cells: dict[Position, Cell] = {}
    width = header_rows = 0
    for r, row in enumerate(each for each in passed_through(source) if each.tag == q("tr")):
        c = _number(row.find(f"{q('trPr')}/{q('gridBefore')}"), 0)
        header = row.find(f"{q('trPr')}/{q('tblHeader')}") is not None
        header_rows += header and header_rows == r
        for tc in (each for each in passed_through(row) if each.tag == q("tc")):
            colspan = max(1, _number(tc.find(f"{q('tcPr')}/{q('gridSpan')}"), 1))
            above = _continued(tc, cells, r, c, colspan)
            if above is not None:
                cells[above] = replace(cells[above], rowspan=r - above[0] + 1)
            else:
                role = Role.HEADER if header else Role.TEXT
                cells[r, c] = Cell(
                    cell_text(tc), 1, colspan, role, Align.LEFT, place=replace(place, row=r + 1, column=c + 1)
                )
            c += colspan
        width = max(width, c)
        refuse_too_many_cells((r + 1) * width, place)
    return table_of(cells, _widths(source, width), header_rows, place)


def cell_text(tc: etree._Element) -> str:
    """Return the paragraphs of a cell, one a line; rows of a nested table are lines of their own."""
    lines = []
    for child in passed_through(tc):
        if child.tag == q("p"):
            lines.append(text_of(child).replace(PAGE_BREAK, "\n").replace("\t", " "))
        elif child.tag == q("tbl"):
            lines += [" ".join(cell.text for cell in row) for row in read_table(child, Place("")).rows]
    return "\n".join(lines).strip()


def _continued(tc: etree._Element, cells: dict[Position, Cell], r: int, c: int, colspan: int) -> Position | None:
    merge = tc.find(f"{q('tcPr')}/{q('vMerge')}")
    if merge is None or merge.get(q("val"), "continue") != "continue":
        return None
    above = next((at for at in ((i, c) for i in range(r - 1, -1, -1)) if at in cells), None)
    if above is None or cells[above].colspan != colspan or above[0] + cells[above].rowspan != r:
        return None
    return above


def _widths(source: etree._Element, width: int) -> tuple[int, ...]:
    stated = [_number(column, 0) for column in source.iterfind(f"{q('tblGrid')}/{q('gridCol')}")]
    return tuple(round(twips / _TWIPS_PER_MM) for twips in [*stated, *[0] * width][:width])


def _number(found: etree._Element | None, absent: int) -> int:
    if found is None:
        return absent
    text = found.get(q("val")) or found.get(q("w")) or ""
    return int(text) if text.isdigit() else absent
