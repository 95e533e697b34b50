"""Read a table row of labels and values: 主管部门 | 某局 | 实施单位 | 某中心."""

from jiping.domain.document import Cell
from jiping.layouts.read.lines.reader import LineReader
from jiping.layouts.read.recognition import Traced
from jiping.layouts.read.stream import Line, Row
from jiping.layouts.spacing import join


def read_pairs(row: Row, lines: LineReader) -> None:
    """Take the values behind labels, and leave what is not read; a cell that is no label is text.

    A section whose heading stands in the row (存在问题 | 无) ends with the row.
    """
    heading = lines.heading
    cells = list(row.starts)
    while cells:
        cell, value = cells[0], cells[1] if len(cells) > 1 else None
        name = lines.lookup.label(cell.text)
        if name is not None and value is not None:
            lines.sheet.trace(Traced.LABEL, name, cell.text, cell.place)
            lines.state(name, join(value.text.split("\n")), value.place)
            del cells[:2]
        elif lines.lookup.is_unread(cell.text):
            del cells[:2]
        else:
            _read_text(cell, lines)
            del cells[:1]
    if lines.heading is not heading and lines.texts:
        lines.close()


def _read_text(cell: Cell, lines: LineReader) -> None:
    for text in cell.text.split("\n"):
        lines.read(Line(text, cell.place))
