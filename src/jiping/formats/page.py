"""The official page: A4 with the type area of GB/T 9704-2012, widened for a part whose table needs the room."""

from dataclasses import dataclass

from jiping.domain.document import Part, Table

PAGE_MM = (210, 297)
TEXT_WIDTH_MM = 156
WIDEST_TEXT_MM = 182


@dataclass(frozen=True, slots=True)
class Margins:
    """Millimetres between the edges of the sheet and the type area."""

    top: int
    right: int
    bottom: int
    left: int


def text_width(part: Part) -> int:
    """Return the width of the part's type area in millimetres: that of its widest table, within what a sheet can hold."""
    widths = (sum(block.widths_mm) for block in part.blocks if isinstance(block, Table))
    return min(WIDEST_TEXT_MM, max((TEXT_WIDTH_MM, *widths)))


def margins(part: Part) -> Margins:
    """Return the standard's margins; a part of tables wider than the standard is centred and set closer to the edges."""
    width = text_width(part)
    if width == TEXT_WIDTH_MM:
        return Margins(top=37, right=26, bottom=35, left=28)
    side = (PAGE_MM[0] - width) // 2
    return Margins(top=25, right=PAGE_MM[0] - width - side, bottom=25, left=side)
