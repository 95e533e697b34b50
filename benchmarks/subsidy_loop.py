"""The clerk's way: a workbook of contributions, read cell by cell with openpyxl, one person after another."""

from collections import defaultdict
from pathlib import Path

import duckdb
import openpyxl

from benchmarks.subsidy_peers import CUTOFF, NEEDED


def write_workbook(folder: Path, persons: int) -> Path:
    """Write the contributions of the first `persons` persons as a workbook; return its path."""
    path = folder / f"contributions-{persons}.xlsx"
    with duckdb.connect() as con:
        rows = con.execute(
            f"SELECT person, scheme, identity, month, paid_on, back_payment, refunded_on "
            f"FROM '{folder}/contributions.parquet' WHERE person <= (SELECT min(person) FROM '{folder}/persons.parquet') + {persons - 1}"
        ).fetchall()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def loop(path: Path) -> int:
    """Return how many persons have enough months: the rest of the rule costs a loop next to nothing."""
    months: dict[int, set[object]] = defaultdict(set)
    for row in openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True):
        person, scheme, identity, month, paid_on, back, refunded = (*row, None)[
            :7
        ]  # empty cells at the end are not there
        if scheme != "employee_pension" or identity != "flexible" or back or refunded is not None:
            continue
        if str(month).startswith("2023") and str(paid_on)[:10] <= CUTOFF:
            months[int(str(person))].add(month)
    return sum(len(each) >= NEEDED for each in months.values())
