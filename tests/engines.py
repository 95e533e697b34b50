"""The same small tables on each engine, so that a test can ask both the same question."""

import os  # noqa: TID251 - the environment says whether a skip is allowed
import shutil
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.reference import reference_tables
from jiping.domain.table import ColumnKind, TableSchema
from jiping.rulepack.pack import RulePack

SPARK = "local[2]"
_TYPES = {
    ColumnKind.INTEGER: pa.int64(),
    ColumnKind.MONEY: pa.int64(),
    ColumnKind.RATE: pa.decimal128(9, 6),
    ColumnKind.DATE: pa.date32(),
    ColumnKind.MONTH: pa.date32(),
    ColumnKind.TIME: pa.timestamp("us"),
    ColumnKind.FLAG: pa.bool_(),
}
Rows = list[dict[str, object]]


def engine_with(url: str, rows: Mapping[str, Rows], pack: RulePack, folder: Path) -> Engine:
    """Return an engine holding `rows` under the pack's declared types; columns a row does not name are missing."""
    paths = {}
    for name, given in rows.items():
        paths[name] = folder / f"{name}.parquet"
        pq.write_table(typed(given, pack.tables[name]), paths[name])
    return open_engine(url, paths, reference_tables(pack))


def typed(rows: Rows, schema: TableSchema) -> pa.Table:
    """Return `rows` as the table `schema` declares; a name it does not know is a fault of the test."""
    unknown = {name for row in rows for name in row} - {each.name for each in schema.columns}
    assert not unknown, f"{schema.name} has no {unknown}"
    types = pa.schema([(each.name, _TYPES.get(each.kind, pa.string())) for each in schema.columns])
    return pa.Table.from_pylist([{each.name: row.get(each.name) for each in schema.columns} for row in rows], types)


def require_spark() -> None:
    """Skip, saying why, where Spark cannot run; under CI=true that is a failure."""
    missing = [name for name, there in (("java", shutil.which("java")), ("pyspark", find_spec("pyspark"))) if not there]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"{missing} not installed")
    if missing:
        pytest.skip(f"{missing} not installed (apt install openjdk-17-jre-headless; pip install 'jiping[spark]')")


both_engines = pytest.mark.parametrize(
    "url", [pytest.param(DUCKDB, id="duckdb"), pytest.param(SPARK, id="spark", marks=pytest.mark.spark)]
)
