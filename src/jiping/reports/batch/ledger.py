"""A workbook of ledgers: every sheet a title, a note, a heading row and rows, ready for A4 landscape.

Rows are written as they come and leave memory at once, so a sheet may be as long as a workbook allows.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

import xlsxwriter

from jiping.formats.xlsx.result import CATEGORY
from jiping.reports.batch.height import row_height
from jiping.reports.batch.look import look
from jiping.reports.batch.tone import Tone

FIRST_ROW = 4
"""The number of the first row of data, as a workbook counts."""
MOST_ROWS = 1_000_000
_A4 = 9
_LONGEST_TEXT = 32_767
_CUT = "……（过长，未写完）"
_MOST_LINKS = 60_000  # a sheet holds 65,530; what is ranked first keeps its links
_FIXED = datetime(2020, 1, 1)  # noqa: DTZ001 - a constant creation date keeps identical input identical in bytes


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, its width in characters, and how its cells stand: text, centre, number or total."""

    title: str
    width: int
    look: str = "text"


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to another cell or file."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in the colour of its meaning."""

    text: str
    tone: Tone


Value = str | int | Decimal | Link | Marked | None


class Ledgers:
    """A workbook in the making; `bytes` closes it."""

    def __init__(self, title: str) -> None:
        self._buffer = io.BytesIO()
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.book = xlsxwriter.Workbook(self._buffer, options)
        self.book.set_properties({"title": title, "category": CATEGORY, "created": _FIXED})
        self.look = cache(lambda name, tone=Tone.PLAIN: self.book.add_format(look(name, tone)))

    def add(self, name: str, note: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> None:
        """Add a sheet; with more rows than a sheet holds it goes on in another of the same name and a number."""
        source = iter(rows)
        number, full = 1, True
        while full:
            full = self._add_sheet(name if number == 1 else f"{name}{number}", note, columns, source)
            number += 1

    def _add_sheet(self, name: str, note: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bool:
        """Write rows until they or the sheet end; True when the sheet is full."""
        sheet = self.sheet(name, [column.width for column in columns])
        sheet.repeat_rows(FIRST_ROW - 2)
        sheet.freeze_panes(FIRST_ROW - 1, 0)
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, name, self.look("title"))
        sheet.write_string(1, 0, note, self.look("note"))
        sheet.set_row(2, 22)
        for at, column in enumerate(columns):
            sheet.write_string(FIRST_ROW - 2, at, column.title, self.look("head"))
        last, links = FIRST_ROW - 2, 0
        for last, row in enumerate(rows, start=FIRST_ROW - 1):
            sheet.set_row(
                last, row_height((_shown(value), column.width) for column, value in zip(columns, row, strict=True))
            )
            for at, (column, value) in enumerate(zip(columns, row, strict=True)):
                links += isinstance(value, Link)
                self.write(sheet, last, at, _unlinked(value) if links > _MOST_LINKS else value, column.look)
            if last == FIRST_ROW - 2 + MOST_ROWS:
                break
        sheet.autofilter(FIRST_ROW - 2, 0, max(last, FIRST_ROW - 1), len(columns) - 1)
        return last == FIRST_ROW - 2 + MOST_ROWS

    def sheet(self, name: str, widths: Sequence[int]) -> Any:
        """Return an empty sheet set up for A4 landscape, one page wide."""
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&8&A&R&8第 &P 页，共 &N 页")
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        return sheet

    def write(self, sheet: Any, row: int, column: int, value: Value, name: str) -> None:
        """Write one cell; a text is written as text, so nothing in a filing can act as a formula."""
        match value:
            case None:
                sheet.write_blank(row, column, None, self.look(name))
            case str():
                sheet.write_string(row, column, _fitted(value), self.look(name))
            case Link():
                sheet.write_url(row, column, value.target, self.look("link"), value.text)
            case Marked():
                sheet.write_string(row, column, value.text, self.look(name, value.tone))
            case _:
                sheet.write_number(row, column, value, self.look(name))

    def bytes(self) -> bytes:
        self.book.close()
        return self._buffer.getvalue()


def _fitted(text: str) -> str:
    """Return the text as long as a cell can hold, with a word where it was cut: a longer one would be left out unsaid."""
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - len(_CUT)]}{_CUT}"


def _shown(value: Value) -> str:
    return value.text if isinstance(value, Link | Marked) else value if isinstance(value, str) else ""


def _unlinked(value: Value) -> Value:
    return value.text if isinstance(value, Link) else value
