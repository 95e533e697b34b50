"""Where expressions are computed: DuckDB on one machine, or Spark where one is too small. Chosen by a URL."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from ibis.backends import BaseBackend
from ibis.expr.types import Expr, IntegerScalar, Table

from jiping.datasets.spark import spark_session
from jiping.domain.errors import JipingError

DUCKDB = "duckdb://"
_MEMORY = "4GB"
_ROWS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Engine:
    """A place to compute, and the tables lying there."""

    url: str
    backend: BaseBackend
    tables: Mapping[str, Table]

    def fetch(self, expression: Expr) -> pa.Table | pa.Scalar:
        """Compute `expression` and return its rows, or its value; only for what a person reads or a file takes."""
        return self.backend.to_pyarrow(expression)

    def whole_number(self, expression: IntegerScalar, sql: str) -> int:
        """Return the value of `expression`; `sql` says the same in DuckDB's words and saves translating it there."""
        if self.url == DUCKDB:
            (found,) = self.backend.raw_sql(sql).fetchone()
            return int(found)
        return int(self.fetch(expression).as_py())

    def stream(self, table: Table) -> Iterator[dict[str, Any]]:
        """Compute `table` and yield its rows by the names of the columns, some thousands at a time."""
        for batch in self.batches(table, _ROWS_AT_ONCE):
            yield from batch.to_pylist()

    def batches(self, table: Table, rows: int) -> Iterator[pa.RecordBatch]:
        """Compute `table` and yield its rows as Arrow has them, up to so many at a time."""
        if self.url == DUCKDB:  # Ibis asks for a method DuckDB 2 dropped
            return iter(self.backend.con.sql(self.backend.compile(table)).to_arrow_reader(rows))
        return iter(self.backend.to_pyarrow_batches(table, chunk_size=rows))

    def write(self, table: Table, path: Path) -> None:
        """Compute `table` into one Parquet file or, on Spark, a folder of them, without holding it in memory."""
        table.to_parquet(path)


def open_engine(
    url: str, parquet: Mapping[str, Path], reference: Mapping[str, pa.Table] | None = None, memory: str = _MEMORY
) -> Engine:
    """Return the engine at `url` with the Parquet files of `parquet`, and the small tables of `reference`, by name.

    `duckdb://` computes in this process within `memory` and spills to disk beyond; `local[N]` and `spark://…` are
    Spark masters. Raises JipingError for another URL, or when Spark is not installed.
    """
    backend = _duckdb(memory) if url == DUCKDB else _spark(url)
    tables = {name: backend.read_parquet(path, table_name=name) for name, path in sorted(parquet.items())}
    small = {
        name: backend.create_view(name, ibis.memtable(table), overwrite=True)
        for name, table in (reference or {}).items()
    }
    return Engine(url, backend, {**tables, **small})


def _duckdb(memory: str) -> BaseBackend:
    return ibis.duckdb.connect(memory_limit=memory)


def _spark(master: str) -> BaseBackend:
    if not master.startswith(("spark://", "local")):
        raise JipingError(
            f"不认识的计算引擎“{master}”。",
            remedy=f"请写 {DUCKDB}（本机）、local[2]（本机 Spark）或 spark://主机:端口。",
        )
    return ibis.pyspark.connect(spark_session(master))
