"""A Table as `w:tbl`: gridSpan and vMerge are computed from the spans, header rows repeat, rows stay whole."""

from collections.abc import Callable
from fractions import Fraction

from lxml import etree

from jiping.domain.document import Align, Cell, Table
from jiping.formats.cells import is_dense, origins, owners
from jiping.formats.docx.markup import E, element, twips

ROW_HEIGHT_MM = Fraction(62, 10)
CELL_MARGIN_MM = Fraction(8, 10)
BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
JUSTIFY = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}

Run = Callable[[str, str], etree._Element]


def table_element(table: Table, limit_mm: int, run: Run) -> etree._Element:
    """Return the table, scaled down to `limit_mm` when it is wider; `run` makes the text of a cell."""
    widths = _fitted(table.widths_mm, limit_mm)
    result = E.tbl(_properties(sum(widths)), E.tblGrid(*(element("gridCol", w=width) for width in widths)))
    size = "dense" if is_dense(table) else "cell"
    cells = origins(table)
    owner = owners(cells)
    for r in range(len(table.rows)):
        row = E.tr(_row_properties(header=r < table.header_rows))
        c = 0
        while c < len(widths):
            at = owner[r, c]
            width = sum(widths[c : c + cells[at].colspan])
            row.append(_cell(cells[at], f"{size}-{cells[at].role.value}", width, run, begins=at[0] == r))
            c += cells[at].colspan
        result.append(row)
    return result


def _fitted(widths_mm: tuple[int, ...], limit_mm: int) -> list[int]:
    scale = min(Fraction(1), Fraction(limit_mm, sum(widths_mm)))
    return [twips(width * scale) for width in widths_mm]


def _properties(width: int) -> etree._Element:
    lines = (element(side, val="single", sz=4, space=0, color="000000") for side in BORDERS)
    side = twips(CELL_MARGIN_MM)
    return E.tblPr(
        element("tblW", w=width, type="dxa"),
        element("jc", val="center"),
        E.tblBorders(*lines),
        element("tblLayout", type="fixed"),
        E.tblCellMar(element("left", w=side, type="dxa"), element("right", w=side, type="dxa")),
    )


def _row_properties(*, header: bool) -> etree._Element:
    properties = E.trPr(E.cantSplit(), element("trHeight", val=twips(ROW_HEIGHT_MM), hRule="atLeast"))
    if header:
        properties.append(E.tblHeader())
    return properties


def _cell(cell: Cell, style: str, width: int, run: Run, *, begins: bool) -> etree._Element:
    properties = E.tcPr(element("tcW", w=width, type="dxa"))
    if cell.colspan > 1:
        properties.append(element("gridSpan", val=cell.colspan))
    if cell.rowspan > 1:
        properties.append(element("vMerge", val="restart" if begins else "continue"))
    properties.append(element("vAlign", val="center"))
    paragraph = E.p(E.pPr(element("pStyle", val=style), element("jc", val=JUSTIFY[cell.align])))
    if begins:
        paragraph.append(run(cell.text, style))
    return E.tc(properties, paragraph)
