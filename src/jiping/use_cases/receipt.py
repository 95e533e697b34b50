"""Open a receipt: the figure, how it came about, and the records behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jiping.datasets.folder import find_data, parquet_paths
from jiping.datasets.legible import Legible, legible
from jiping.datasets.records import Records, open_records
from jiping.datasets.reference import reference_tables
from jiping.domain.measurement import Counted, Measurement
from jiping.rulepack.load import load_pack
from jiping.use_cases import receipts


@dataclass(frozen=True, slots=True)
class Opened:
    """The records of one side of a figure: `title` says which, `rows` are at most as many as were asked for.

    `legible` are the same as a clerk reads them; columns that only serve the computation are left out there.
    """

    title: str
    counted: Counted
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    legible: Legible


def receipt(name: str, data: Path) -> Measurement:
    """Return the measurement of that receipt. Raises JipingError when there is none, or when it was altered."""
    return receipts.find(name, data)


def open_rows(
    measured: Measurement, data: Path, limit: int, *, reveal: bool = False, folders: Sequence[Path] = ()
) -> tuple[Opened, ...]:
    """Return the first `limit` records of each side; personal columns are masked unless `reveal`."""
    sides = [("分子", measured.upper)] if measured.lower else [("记录", measured.upper)]
    if measured.lower:
        sides.append(("分母", measured.lower))
    rules = load_pack(measured.pack, measured.period.last, folders)
    tables = [rules.tables[each.table] for each in measured.snapshots]
    opened = []
    with records_of(measured, data, folders) as records:
        for title, counted in sides:
            columns, rows = records.rows(counted.records_sql, limit, reveal=reveal)
            opened.append(Opened(title, counted, columns, rows, legible(columns, rows, measured.code, tables, rules)))
    return tuple(opened)


def records_of(measured: Measurement, data: Path, folders: Sequence[Path]) -> Records:
    """Open the very records a receipt rests on, as they were. Raises JipingError when one was altered or is gone."""
    rules = load_pack(measured.pack, measured.period.last, folders)
    held = {each.table: find_data(data, each) for each in measured.snapshots}
    reference = {**reference_tables(rules), **receipts.references(measured, data)}
    return open_records(parquet_paths(data, held), reference, rules.tables)
