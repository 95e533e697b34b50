"""Read `w:tbl`: a vertical merge is one cell, gridBefore shifts a row, a nested table becomes text of its cell."""

from dataclasses import replace

from lxml import etree

from jiping.domain.document import Align, Cell, Role, Table
from jiping.domain.place import Place
from jiping.formats.cells import Position, table_of
from jiping.formats.docx.hidden import is_on
from jiping.formats.docx.markup import q
from jiping.formats.docx.numbering import Numbering
from jiping.formats.docx.story import LOOKED_THROUGH, PAGE_BREAK, passed_through, text_and_boxes
from jiping.formats.guard import refuse_too_many_cells

_TABLE, _ROW, _CELL, _PARAGRAPH = map(q, ("tbl", "tr", "tc", "p"))
_ROW_PROPERTIES, _CELL_PROPERTIES = map(q, ("trPr", "tcPr"))
_SPAN, _MERGE, _BEFORE, _HEADER, _DELETED, _HIDDEN = map(
    q, ("gridSpan", "vMerge", "gridBefore", "tblHeader", "del", "hidden")
)
_VALUE, _WIDTH = map(q, ("val", "w"))


def read_table(source: etree._Element, place: Place, numbering: Numbering) -> Table:
    """Return the table; every cell's place is `place` with row and column."""
    cells: dict[Position, Cell] = {}
    reach: dict[Position, int] = {}
    above: dict[int, Position] = {}
    width = header_rows = 0
    for r, row in enumerate(rows_of(source)):
        properties = _properties(row, _ROW_PROPERTIES)
        c = _number(properties.get(_BEFORE), 0)
        header = _HEADER in properties
        header_rows += header and header_rows == r
        role = Role.HEADER if header else Role.TEXT
        beside: dict[int, Position] = {}
        for tc in passed_through(row):
            if tc.tag != _CELL:
                continue
            colspan, goes_on = _extent(tc)
            at = above.get(c) if goes_on else None
            if at is not None and cells[at].colspan == colspan:
                reach[at] = r - at[0] + 1
            else:
                at = r, c
                where = Place(place.file, None, None, None, place.table, r + 1, c + 1)
                cells[at] = Cell(cell_text(tc, numbering), 1, colspan, role, Align.LEFT, None, where)
            beside[c] = at
            c += colspan
        refuse_too_many_cells((r + 1) * c, place)
        above = beside
        width = max(width, c)
    cells |= {at: replace(cells[at], rowspan=height) for at, height in reach.items()}
    return table_of(cells, _widths(source, width), header_rows, place)


def rows_of(source: etree._Element) -> list[etree._Element]:
    """Return the rows of a table that a reader of the page sees."""
    return [row for row in passed_through(source) if row.tag == _ROW and not _is_gone(row)]


def cell_at(source: etree._Element, place: Place) -> etree._Element | None:
    """Return the cell of a table that was read at `place`; None when no cell begins there."""
    for r, row in enumerate(rows_of(source), start=1):
        c = 1 + _number(_properties(row, _ROW_PROPERTIES).get(_BEFORE), 0)
        for tc in passed_through(row) if r == place.row else ():
            if tc.tag == _CELL:
                if c == place.column:
                    return tc
                c += _extent(tc)[0]
    return None


def cell_text(tc: etree._Element, numbering: Numbering) -> str:
    """Return the paragraphs of a cell, one a line; rows of a nested table are lines of their own."""
    lines: list[str] = []
    _add_lines(tc, numbering, lines)
    return "\n".join(lines).replace(PAGE_BREAK, "\n").replace("\t", " ").strip()


def _add_lines(parent: etree._Element, numbering: Numbering, lines: list[str]) -> None:
    for child in parent:
        if child.tag == _PARAGRAPH:
            text, boxes = text_and_boxes(child)
            lines.append(numbering.number_of(child) + text)
            for box in boxes:
                _add_lines(box, numbering, lines)
        elif child.tag == _TABLE:
            lines += [" ".join(cell.text for cell in row) for row in read_table(child, Place(""), numbering).rows]
        elif child.tag in LOOKED_THROUGH:
            _add_lines(child, numbering, lines)


def _extent(tc: etree._Element) -> tuple[int, bool]:
    """Return how many columns a cell spans, and whether it only continues the one above."""
    colspan, goes_on = 1, False
    for each in tc[0] if len(tc) and tc[0].tag == _CELL_PROPERTIES else ():
        if each.tag == _SPAN:
            colspan = max(1, _number(each, 1))
        elif each.tag == _MERGE:
            goes_on = each.get(_VALUE, "continue") == "continue"
    return colspan, goes_on


def _properties(holder: etree._Element, tag: str) -> dict[str, etree._Element]:
    """Return the properties of a row or cell by name; they stand before everything else."""
    for child in holder:
        if child.tag == tag:
            return {str(each.tag): each for each in child}
        if child.tag in {_PARAGRAPH, _CELL}:
            break
    return {}


def _is_gone(row: etree._Element) -> bool:
    """Tell whether the row as a whole is hidden, or deleted in a revision that is not yet accepted."""
    properties = _properties(row, _ROW_PROPERTIES)
    return _DELETED in properties or (_HIDDEN in properties and is_on(properties[_HIDDEN]))


def _widths(source: etree._Element, width: int) -> tuple[int, ...]:
    """Return the column widths, from twentieths of a point to the nearest millimetre."""
    stated = [_number(column, 0) for column in source.iterfind(f"{q('tblGrid')}/{q('gridCol')}")]
    return tuple((twips * 127 + 3600) // 7200 for twips in [*stated, *[0] * width][:width])


def _number(found: etree._Element | None, absent: int) -> int:
    if found is None:
        return absent
    text = found.get(_VALUE) or found.get(_WIDTH) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else absent
