"""Read an Excel 97–2003 workbook as its sheets look; what is damaged for us LibreOffice may still be able to open.

Many an .xls is a web page or a new workbook that a system has renamed.
"""

from collections.abc import Iterator
from contextlib import suppress
from io import StringIO

import xlrd
from xlrd.xldate import XLDateError, xldate_as_datetime

from jiping.domain.document import Document, Part
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.formats.guard import damage_reported
from jiping.formats.hidden_lines import hidden_lines
from jiping.formats.office import OLE, convert_by_office, refuse_unless, stream_sign
from jiping.formats.sheets import TALLEST_ROW_PT, Row, Sheet, blocks_of
from jiping.formats.shown_numbers import GENERAL, shown

MAGIC = (OLE,)
INSIDE = (stream_sign("Workbook"), stream_sign("Book"))
OFTEN = ("xlsx", "html")
CONVERTS_TO = "xlsx"

_TWIPS_PER_PT = 20
_LOCKED = "encrypted"


def read(data: bytes, name: str) -> Document:
    """Return the visible sheets of an xls file as parts; UnreadableFile when it is locked or damaged."""
    with damage_reported(name):
        book = _open(data, name)
        notes = tuple(note for each in book.sheets() for note in _hidden(each))
        found = (
            (each.name, blocks_of(_sheet(each, book), Place(name, sheet=each.name)))
            for each in book.sheets()
            if not each.visibility
        )
        return Document(tuple(Part(title, blocks) for title, blocks in found if blocks), title=name, notes=notes)


def convert(data: bytes, name: str) -> bytes:
    """Return the xlsx file LibreOffice makes of it; UnreadableFile when it holds no workbook."""
    refuse_unless(data, INSIDE, name)
    return convert_by_office(data, name, suffix="xls", to=CONVERTS_TO)


def _open(data: bytes, name: str) -> xlrd.Book:
    try:
        return xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=StringIO())
    except xlrd.XLRDError as fault:
        if _LOCKED in str(fault):
            raise UnreadableFile("文件加了密码。", remedy="请去掉密码后再读。", place=Place(name)) from fault
        raise


def _hidden(source: xlrd.sheet.Sheet) -> Iterator[str]:
    """Yield what is hidden: a whole sheet, or rows and columns that hold something."""
    if source.visibility:
        yield f"工作表“{source.name}”是隐藏的，没有读入。"
        return
    filled = [(r, c) for r in range(source.nrows) for c, cell in enumerate(source.row(r)) if cell.value != ""]
    rows = {r + 1 for r, _ in filled if (about := source.rowinfo_map.get(r)) and about.hidden}
    columns = {c + 1 for _, c in filled if (about := source.colinfo_map.get(c)) and about.hidden}
    yield from hidden_lines(source.name, sorted(rows), sorted(columns))


def _sheet(source: xlrd.sheet.Sheet, book: xlrd.Book) -> Sheet:
    spans = {(top + 1, left + 1): (bottom - top, right - left) for top, bottom, left, right in source.merged_cells}
    rows = [row for r in range(source.nrows) if (row := _row(source, book, r)).texts or row.bordered]
    return Sheet(rows, spans, gridlines=bool(source.show_grid_lines))


def _row(source: xlrd.sheet.Sheet, book: xlrd.Book, r: int) -> Row:
    about = source.rowinfo_map.get(r)
    row = Row(r + 1, full=about is not None and about.height == TALLEST_ROW_PT * _TWIPS_PER_PT)
    for c, cell in enumerate(source.row(r)):
        if (text := _text(cell, book)).strip():
            row.texts[c + 1] = text
        if _is_ruled(cell, book):
            row.bordered, row.last = True, c + 1
    return row


def _text(cell: xlrd.sheet.Cell, book: xlrd.Book) -> str:
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return shown(bool(cell.value), GENERAL)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#ERR"))
    if cell.ctype == xlrd.XL_CELL_DATE:
        with suppress(XLDateError):  # a serial no calendar has shows as the number it is
            return shown(xldate_as_datetime(cell.value, book.datemode), _code(cell, book))
    return shown(cell.value, _code(cell, book)) if cell.value != "" else ""


def _code(cell: xlrd.sheet.Cell, book: xlrd.Book) -> str:
    found = book.format_map.get(book.xf_list[cell.xf_index].format_key)
    return str(found.format_str) if found is not None else GENERAL


def _is_ruled(cell: xlrd.sheet.Cell, book: xlrd.Book) -> bool:
    border = book.xf_list[cell.xf_index].border
    return bool(border.left_line_style or border.right_line_style)
