"""Write records as offices export them."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from jiping.datasets.importing import Order, Outcome, import_table
from jiping.datasets.store import Store
from jiping.rulepack.load import load_pack

PACK = load_pack("national", date(2024, 12, 31))
ARRIVALS = PACK.tables["arrivals"]
HEADINGS = ("凭证号", "业务", "到位日期", "到位金额")

Rows = Iterable[Sequence[str]]


def quietly(_: str) -> None:
    """Tell nobody."""


def imported(folder: Path, *sources: Path | str, table: str = "arrivals", **options: object) -> Outcome:
    """Import the sources into `folder`."""
    order = Order(PACK.tables[table], [str(each) for each in sources], **options)  # type: ignore[arg-type]
    return import_table(order, PACK, Store(folder), quietly)


def as_csv(
    path: Path, rows: Rows, *, headings: Sequence[str] = HEADINGS, encoding: str = "utf-8", delimiter: str = ","
) -> Path:
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows((headings, *rows))
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def as_xlsx(path: Path, rows: Rows, *, headings: Sequence[str] = HEADINGS, title: str = "") -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("台账")
        if title:
            sheet.write_string(0, 0, title)
        for place, row in enumerate((headings, *rows), 1 if title else 0):
            for column, cell in enumerate(row):
                sheet.write_string(place, column, cell)
    return path


def as_parquet(path: Path, rows: Rows, *, headings: Sequence[str] = HEADINGS) -> Path:
    columns = list(zip(*rows, strict=True)) or [()] * len(headings)
    pq.write_table(
        pa.table({name: pa.array(cells, pa.string()) for name, cells in zip(headings, columns, strict=True)}), path
    )
    return path
