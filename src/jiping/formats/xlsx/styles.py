"""What of a cell's style matters to a reader: its number format and whether it has a border at a side."""

from dataclasses import dataclass

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from jiping.formats.shown_numbers import GENERAL


@dataclass(frozen=True, slots=True)
class CellStyle:
    """One entry of the style table."""

    code: str = GENERAL
    ruled: bool = False
    is_date: bool = False


def cell_styles(root: etree._Element) -> tuple[CellStyle, ...]:
    """Return the styles in the order cells refer to them."""
    codes = dict(BUILTIN_FORMATS) | {
        int(each.get("numFmtId", "0")): each.get("formatCode", GENERAL)
        for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    ruled = [_has_side(each) for each in root.iterfind("{*}borders/{*}border")]
    return tuple(_style(each, codes, ruled) for each in root.iterfind("{*}cellXfs/{*}xf"))


def _style(xf: etree._Element, codes: dict[int, str], ruled: list[bool]) -> CellStyle:
    code = codes.get(int(xf.get("numFmtId", "0")), GENERAL)
    border = int(xf.get("borderId", "0"))
    return CellStyle(code, 0 <= border < len(ruled) and ruled[border], is_date_format(code))


def _has_side(border: etree._Element) -> bool:
    sides = (border.find(f"{{*}}{side}") for side in ("left", "right", "start", "end"))
    return any(side is not None and side.get("style", "none") != "none" for side in sides)
