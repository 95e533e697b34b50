"""Tables that hold no facts of their own: people set a whole form, table and all, into one large cell."""

from lxml import etree

from jiping.formats.docx.markup import q
from jiping.formats.docx.story import passed_through

_TABLE, _ROW, _CELL = map(q, ("tbl", "tr", "tc"))


def framed_cells(table: etree._Element) -> list[etree._Element]:
    """Return the cells of a frame, one below the other, some with a table inside; nothing for any other table."""
    found: list[etree._Element] = []
    frames = False
    for row in passed_through(table):
        if row.tag != _ROW:
            continue
        cells = [cell for cell in passed_through(row) if cell.tag == _CELL]
        if len(cells) > 1:
            return []
        found += cells
        frames = frames or any(child.tag == _TABLE for cell in cells for child in passed_through(cell))
    return found if frames else []
