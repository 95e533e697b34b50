"""Sheets of xlsx workbooks, row by row: what a cell holds is written as text, nothing is rounded or guessed."""

import csv
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from jiping.datasets.reading.package import require_sound_package
from jiping.datasets.reading.transcript import MAX_WIDTH, Lines
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.place import Place

_MAX_ROWS = 1_048_576  # what the format allows


def transcribe_sheet(path: Path, into: Path, sheet: str | None) -> tuple[str, Lines]:
    """Write the numbered rows of a sheet to `into`; return its name and the lines.

    Without `sheet` the workbook must have only one that holds anything. Raises UnreadableFile for damaged, locked or
    absurd workbooks, JipingError when it is not clear which sheet is meant.
    """
    require_sound_package(path)
    with _opened(path) as book, into.open("w", encoding="utf-8", newline="") as target:
        chosen = _chosen(book, path.name, sheet)
        writer, width = csv.writer(target, lineterminator="\n"), 0
        for number, row in enumerate(_rows(chosen, path.name), 1):
            cells = [_text(each) for each in row]
            while cells and not cells[-1]:
                del cells[-1]
            if len(cells) > MAX_WIDTH:
                raise _too_wide(path.name, number, len(cells))
            if cells:
                writer.writerow((number, *cells))
                width = max(width, len(cells))
    return str(chosen.title), Lines(into, ",", width)


@contextmanager
def _opened(path: Path) -> Iterator[Workbook]:
    try:
        with warnings.catch_warnings(action="ignore"):  # of styles and extensions, which hold no records
            book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
            try:
                yield book
            finally:
                book.close()
    except JipingError:
        raise
    except Exception as fault:  # a damaged workbook can make the reader fail in any way
        raise UnreadableFile(
            "工作簿已损坏或不完整，读不出内容。",
            remedy="请用原来的软件打开并另存一份，再导入另存的文件。",
            place=Place(path.name),
        ) from fault


def _chosen(book: Workbook, name: str, wanted: str | None) -> Worksheet:
    sheets = book.worksheets
    filled = [each for each in sheets if each.title == wanted or (wanted is None and _holds_something(each))]
    if len(filled) == 1:
        return filled[0]
    titles = "、".join(str(each.title) for each in (filled or sheets))
    what = f"没有名为“{wanted}”的工作表。" if wanted else "不知道要导入哪一张工作表。" if filled else "工作簿是空的。"
    raise JipingError(what, remedy=f"请用 --sheet 写明其中一张：{titles}。", place=Place(name))


def _holds_something(sheet: Worksheet) -> bool:
    return any(
        any(cell is not None for cell in row) for row in sheet.iter_rows(max_row=50, max_col=50, values_only=True)
    )


def _rows(sheet: Worksheet, name: str) -> Iterator[tuple[object, ...]]:
    if (sheet.max_row or 0) > _MAX_ROWS:
        raise _too_long(name, sheet)
    _forget_size(sheet)
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        if number == _MAX_ROWS:
            raise _too_long(name, sheet)
        yield row


def _forget_size(sheet: object) -> None:
    """Read to the end, whatever the sheet says of its size: rows beyond would be lost in silence."""
    if isinstance(sheet, ReadOnlyWorksheet):
        sheet.reset_dimensions()


def _too_long(name: str, sheet: Worksheet) -> UnreadableFile:
    return UnreadableFile(
        f"工作表的行数超过 {_MAX_ROWS}，不是正常的 xlsx。",
        remedy="数据多的请导出为 csv 或 Parquet。",
        place=Place(name, sheet=sheet.title),
    )


def _too_wide(name: str, row: int, width: int) -> UnreadableFile:
    return UnreadableFile(
        f"一行有 {width} 个单元格，超过 {MAX_WIDTH} 个的上限。",
        remedy="请删去远处多余的单元格。",
        place=Place(name, row=row),
    )


def _text(value: object) -> str:
    """Return a cell as text: numbers with the fifteen digits a spreadsheet keeps, days without midnight."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.15g}"
    return " ".join(str(value).split()) if isinstance(value, str) else str(value)
