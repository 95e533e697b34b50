"""A Table as `w:tbl`: gridSpan and vMerge are computed from the spans, header rows repeat, rows stay whole."""

from fractions import Fraction

from lxml import etree

from jiping.domain.document import Align, Cell, Table
from jiping.formats.cells import heading_rows, is_dense, origins, owners
from jiping.formats.docx.markup import element, twips
from jiping.formats.docx.runs import run

ROW_HEIGHT_MM = Fraction(62, 10)
CELL_MARGINS_MM = {"top": Fraction(4, 10), "left": Fraction(8, 10), "bottom": Fraction(4, 10), "right": Fraction(8, 10)}
BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
JUSTIFY = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}


def table_element(table: Table, limit_mm: int) -> etree._Element:
    """Return the table, scaled down to `limit_mm` when it is wider."""
    widths = _fitted(table.widths_mm, limit_mm)
    result = element(
        "tbl", _properties(sum(widths)), element("tblGrid", *(element("gridCol", w=width) for width in widths))
    )
    size = "dense" if is_dense(table) else "cell"
    heading = heading_rows(table)
    cells = origins(table)
    owner = owners(cells)
    for r in range(len(table.rows)):
        row = element("tr", _row_properties(header=r < heading))
        c = 0
        while c < len(widths):
            at = owner[r, c]
            width = sum(widths[c : c + cells[at].colspan])
            row.append(_cell(cells[at], f"{size}-{cells[at].role.value}", width, begins=at[0] == r))
            c += cells[at].colspan
        result.append(row)
    return result


def _fitted(widths_mm: tuple[int, ...], limit_mm: int) -> list[int]:
    scale = min(Fraction(1), Fraction(limit_mm, sum(widths_mm)))
    return [twips(width * scale) for width in widths_mm]


def _properties(width: int) -> etree._Element:
    lines = (element(side, val="single", sz=4, space=0, color="000000") for side in BORDERS)
    return element(
        "tblPr",
        element("tblW", w=width, type="dxa"),
        element("jc", val="center"),
        element("tblBorders", *lines),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(element(side, w=twips(mm), type="dxa") for side, mm in CELL_MARGINS_MM.items())),
    )


def _row_properties(*, header: bool) -> etree._Element:
    properties = element("trPr", element("cantSplit"), element("trHeight", val=twips(ROW_HEIGHT_MM), hRule="atLeast"))
    if header:
        properties.append(element("tblHeader"))
    return properties


def _cell(cell: Cell, style: str, width: int, *, begins: bool) -> etree._Element:
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if cell.colspan > 1:
        properties.append(element("gridSpan", val=cell.colspan))
    if cell.rowspan > 1:
        properties.append(element("vMerge", val="restart" if begins else "continue"))
    properties.append(element("vAlign", val="center"))
    paragraph = element("p", element("pPr", element("pStyle", val=style), element("jc", val=JUSTIFY[cell.align])))
    if begins:
        paragraph.append(run(cell.text, style))
    return element("tc", properties, paragraph)
