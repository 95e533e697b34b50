"""Tables as the files an office hands over: csv in an encoding of its choice, or xlsx."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO, StringIO

import xlsxwriter

from jiping.domain.errors import JipingError

Cell = str | int | Decimal
Row = Sequence[Cell]

UTF_8, GB18030 = "utf-8", "gb18030"
CSV, XLSX = "csv", "xlsx"
_MARKED = {UTF_8: "utf-8-sig", GB18030: GB18030}  # office programs know UTF-8 by its mark
_ROWS_AT_ONCE = 5_000
_MOST_ROWS = 1_048_576  # what the format allows
_CREATED = datetime(1980, 1, 1)  # noqa: DTZ001 - a fixed day keeps the same table the same bytes
_WIDTH = 20


def csv_pieces(rows: Iterable[Row], encoding: str = UTF_8) -> Iterator[bytes]:
    """Yield a csv with the line ends offices use."""
    page, marked = StringIO(newline=""), _MARKED[encoding]
    writer = csv.writer(page)
    for number, row in enumerate(rows, 1):
        writer.writerow(row)
        if number % _ROWS_AT_ONCE == 0:
            yield page.getvalue().encode(marked)
            page, marked = StringIO(newline=""), encoding
            writer = csv.writer(page)
    yield page.getvalue().encode(marked)


def xlsx_bytes(title: str, rows: Iterable[Row]) -> bytes:
    """Return a workbook of one sheet; texts stay texts, so that accounts keep their digits and nothing is a formula."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"constant_memory": True}) as book:
        book.set_properties({"title": title, "created": _CREATED})
        sheet, text = book.add_worksheet(title[:31]), book.add_format({"num_format": "@"})
        money = book.add_format({"num_format": "0.00"})
        sheet.set_column(0, 20, _WIDTH)
        for at, row in enumerate(rows):
            if at == _MOST_ROWS:
                raise JipingError("名单太长，一张工作表放不下。", remedy="请改用 --format csv。")
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(at, column, cell, text)
                else:
                    sheet.write_number(at, column, cell, money if isinstance(cell, Decimal) else None)
    return content.getvalue()
