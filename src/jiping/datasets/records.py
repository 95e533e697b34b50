"""Run the SQL a receipt states over the records it names, and nothing else."""

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import pyarrow as pa

from jiping.datasets.privacy import hidden
from jiping.domain.table import TableSchema


class Records:
    """The tables of one receipt, open for reading in a DuckDB that can reach no other file."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, schemas: Mapping[str, TableSchema]) -> None:
        self._connection = connection
        self._personal = {
            column.name: column.kind for each in schemas.values() for column in each.columns if column.personal
        }

    def value(self, sql: str) -> int:
        """Return the whole number that `sql` adds up."""
        (found,) = self._connection.sql(sql).fetchall()[0]
        return int(found)

    def rows(self, sql: str, limit: int, *, reveal: bool) -> tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]:
        """Return the column names and the first `limit` rows of `sql` in the order of their columns, the same each time.

        Personal columns are masked unless `reveal`.
        """
        answer = self._connection.sql(f"SELECT * FROM ({sql}) ORDER BY ALL LIMIT {limit}")  # noqa: S608
        kinds = [None if reveal else self._personal.get(name) for name in answer.columns]
        rows = [tuple(map(hidden, row, kinds)) for row in answer.fetchall()]
        return tuple(answer.columns), tuple(rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()


def open_records(
    parquet: Mapping[str, Path], reference: Mapping[str, pa.Table], schemas: Mapping[str, TableSchema]
) -> Records:
    """Return the tables of `parquet` and `reference` by name, locked against every other file and setting."""
    connection = duckdb.connect()
    connection.execute("SET allowed_paths = $1", [[str(path) for path in parquet.values()]])
    for name, path in parquet.items():
        connection.read_parquet(str(path)).create_view(name)
    for name, table in reference.items():
        connection.register(name, table)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return Records(connection, schemas)
