"""One worksheet's own markup as rows of texts: only what is stored is walked, however large the sheet claims to be."""

from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal

from lxml import etree
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from jiping.formats.cells import Position
from jiping.formats.sheets import TALLEST_ROW_PT, Row, Sheet, Span
from jiping.formats.shown_numbers import shown
from jiping.formats.xlsx.book import Book, text_of
from jiping.formats.xlsx.styles import CellStyle

_PLAIN = CellStyle()
_COLUMNS = 16_384


def read_sheet(root: etree._Element, book: Book) -> Sheet:
    """Return the rows of a worksheet with their number formats applied."""
    return Sheet(list(_rows(root, book)), _spans(root), gridlines=_shows_gridlines(root))


def text_in(c: etree._Element, book: Book) -> str:
    """Return what a cell shows under its number format."""
    return _text(c, _style(c, book), book)


def uncalculated(root: etree._Element) -> list[str]:
    """Return the names of cells whose formula has no stored result."""
    found = (each.getparent() for each in root.iterfind("{*}sheetData/{*}row/{*}c/{*}f"))
    return [c.get("r", "") for c in found if c is not None and c.get("t") != "str" and not c.findtext("{*}v")]


def hidden_rows(root: etree._Element) -> list[int]:
    """Return the numbers of the hidden rows that hold something."""
    rows = root.iterfind("{*}sheetData/{*}row")
    return [int(row.get("r") or 0) for row in rows if _is_true(row.get("hidden")) and any(map(_holds, row))]


def hidden_columns(root: etree._Element) -> list[int]:
    """Return the numbers of the hidden columns that hold something."""
    found = [each for each in root.iterfind("{*}cols/{*}col") if _is_true(each.get("hidden"))]
    spans = [(int(each.get("min") or 0), int(each.get("max") or 0)) for each in found]
    if not spans:
        return []
    filled = {column_number(c.get("r", "")) for c in root.iterfind("{*}sheetData/{*}row/{*}c") if _holds(c)}
    return sorted(each for each in filled if any(first <= each <= last for first, last in spans))


def column_number(reference: str) -> int:
    """Return the column of a cell's name (`AB12` is 28), 0 when there is none."""
    number = 0
    for letter in reference:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number if number <= _COLUMNS else 0


def _rows(root: etree._Element, book: Book) -> Iterator[Row]:
    number = 0
    for source in root.iterfind("{*}sheetData/{*}row"):
        number = max(number + 1, int(source.get("r") or 0))
        row = Row(number, full=_is_tallest(source.get("ht", "")))
        column = 0
        for c in source:
            column = column_number(c.get("r", "")) or column + 1
            style = _style(c, book)
            if (text := _text(c, style, book)).strip():
                row.texts[column] = text
            if style.ruled:
                row.bordered, row.last = True, max(row.last, column)
        if row.texts or row.bordered:
            yield row


def _style(c: etree._Element, book: Book) -> CellStyle:
    index = c.get("s")
    return book.styles[int(index)] if index is not None and int(index) < len(book.styles) else _PLAIN


def _text(c: etree._Element, style: CellStyle, book: Book) -> str:
    kind = c.get("t", "n")
    if kind == "inlineStr":
        return "".join(text_of(each) for each in c.iterfind("{*}is"))
    value = c.findtext("{*}v") or ""
    if kind == "s":
        return book.texts[int(value)] if value else ""
    if kind == "b":
        return shown(value == "1", style.code)
    return _number(value, style, book) if kind == "n" and value else value


def _number(value: str, style: CellStyle, book: Book) -> str:
    number = float(value)
    if style.is_date:
        epoch = CALENDAR_MAC_1904 if book.since_1904 else CALENDAR_WINDOWS_1900
        with suppress(ValueError, OverflowError):  # a serial no calendar has shows as the number it is
            return shown(from_excel(number, epoch), style.code)
    return shown(number, style.code)


def _spans(root: etree._Element) -> dict[Position, Span]:
    spans: dict[Position, Span] = {}
    for each in root.iterfind("{*}mergeCells/{*}mergeCell"):
        left, top, right, bottom = (side or 1 for side in range_boundaries(each.get("ref", "A1")))
        spans[top, left] = (bottom - top + 1, right - left + 1)
    return spans


def _shows_gridlines(root: etree._Element) -> bool:
    view = root.find("{*}sheetViews/{*}sheetView")
    return view is None or view.get("showGridLines", "1") not in {"0", "false"}


def _holds(c: etree._Element) -> bool:
    return bool(c.findtext("{*}v")) or c.find("{*}is") is not None


def _is_true(flag: str | None) -> bool:
    return flag in {"1", "true"}


def _is_tallest(height: str) -> bool:
    return bool(height) and Decimal(height) == TALLEST_ROW_PT
