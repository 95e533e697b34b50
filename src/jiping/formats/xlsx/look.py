"""The look of paragraphs and cells in a workbook, by their role."""

from functools import cache
from typing import Any

from jiping.domain.document import Align, Role, Style

TEXT_FORMAT = "@"

PARAGRAPHS: dict[Style, dict[str, Any]] = {
    Style.TITLE: {"font_name": "方正小标宋简体", "font_size": 20, "align": "center"},
    Style.SUBTITLE: {"font_name": "楷体_GB2312", "font_size": 14, "align": "center"},
    Style.LINE: {"font_name": "宋体", "font_size": 11, "align": "left"},
    Style.HEADING1: {"font_name": "黑体", "font_size": 14, "align": "left"},
    Style.HEADING2: {"font_name": "楷体_GB2312", "font_size": 14, "align": "left"},
    Style.HEADING3: {"font_name": "仿宋_GB2312", "font_size": 14, "align": "left"},
    Style.BODY: {"font_name": "仿宋_GB2312", "font_size": 14, "align": "left"},
    Style.FLUSH: {"font_name": "仿宋_GB2312", "font_size": 14, "align": "left"},
    Style.SIGNED: {"font_name": "仿宋_GB2312", "font_size": 14, "align": "right"},
    Style.NOTE: {"font_name": "宋体", "font_size": 10, "align": "left"},
}
INDENTED = frozenset({Style.BODY, Style.HEADING1, Style.HEADING2, Style.HEADING3})
CELL_SIZE_PT = 10
_CELL: dict[Role, dict[str, Any]] = {
    Role.HEADER: {"font_name": "黑体"},
    Role.TOTAL: {"font_name": "宋体", "bold": True},
}


@cache
def paragraph_size(style: Style) -> int:
    """Return the size of a paragraph style in points."""
    return int(PARAGRAPHS[style]["font_size"])


def paragraph_look(style: Style, align: Align | None) -> dict[str, Any]:
    """Return the cell format of a paragraph; `align` overrides the style's own, for texts that share a line."""
    look = {**PARAGRAPHS[style], "text_wrap": True, "valign": "vcenter", "num_format": TEXT_FORMAT}
    return {**look, "align": align.value} if align else look


def cell_look(role: Role, align: Align, number_format: str) -> dict[str, Any]:
    """Return the cell format of a table cell."""
    return {
        "font_name": "宋体",
        **_CELL.get(role, {}),
        "font_size": CELL_SIZE_PT,
        "align": align.value,
        "valign": "vcenter",
        "text_wrap": True,
        "border": 1,
        "num_format": number_format,
    }
