"""Read a table row of labels and values: 主管部门 | 某局 | 实施单位 | 某中心."""

import re
from collections.abc import Sequence

from jiping.domain.document import Cell
from jiping.domain.filing import Section
from jiping.layouts.read.lines.reader import LineReader
from jiping.layouts.read.recognition import Traced
from jiping.layouts.read.stream import Line, Row
from jiping.layouts.spacing import join


def read_pairs(row: Row, lines: LineReader) -> None:
    """Take the values behind labels, and leave what is not read; a cell that is no label is text.

    A section whose heading stands in the row (存在问题 | 无) ends with the row. Where cells say heading and text in one
    (预期目标：…), the label before them heads them all.
    """
    heading = lines.heading
    cells = [cell for cell in row.starts if not _is_section(cell, lines)]
    if len(cells) < len(row.starts):
        cells = [cell for cell in cells if not lines.lookup.is_group(cell.text)]
    while cells:
        cell, at = cells[0], _value_at(cells, lines)
        name = lines.lookup.label(cell.text)
        if name is not None:
            lines.sheet.asked.add(name)
        if name is not None and at < len(cells):
            lines.sheet.trace(Traced.LABEL, name, cell.text, cell.place)
            lines.state(name, join(cells[at].text.split("\n")), cells[at].place)
            del cells[: at + 1]
        elif lines.lookup.is_unread(cell.text):
            del cells[:2]
        else:
            _read_text(cell, lines)
            del cells[:1]
    if lines.heading is not heading and lines.texts:
        lines.close()


def _value_at(cells: Sequence[Cell], lines: LineReader) -> int:
    """Return where the value of the label that stands first is: behind the blanks the label was merged over, if any.

    Where only another label follows, the value is blank.
    """
    filled = next((i for i, cell in enumerate(cells) if i and cell.text.strip()), 1)
    is_label = filled > 1 and (lines.lookup.label(cells[filled].text) or lines.lookup.is_unread(cells[filled].text))
    return 1 if is_label else filled


def _is_section(cell: Cell, lines: LineReader) -> bool:
    """Take a cell that holds a section's heading and its text, with a colon between."""
    heading, *told = re.split("[：:]", cell.text.strip(), maxsplit=1)
    name = lines.lookup.side_heading(heading)
    text = told[0].strip() if told else ""
    if name is None or not text or name in lines.sheet.sections:
        return False
    lines.sheet.trace(Traced.SECTION, name.value, cell.text, cell.place)
    lines.sheet.sections[name] = Section(heading.strip(), text, place=cell.place)
    return True


def _read_text(cell: Cell, lines: LineReader) -> None:
    for text in cell.text.split("\n"):
        lines.read(Line(text, cell.place))
