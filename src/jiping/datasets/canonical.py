"""The one form records are kept in: columns as declared, rows in the order of the key, the writer's settings pinned.

So the same records give the same bytes. Measured: neither threads nor memory nor the order rows came in change them.
"""

from pathlib import Path

import duckdb

from jiping.domain.table import ColumnKind, TableSchema

TYPES = {
    ColumnKind.INTEGER: "BIGINT",
    ColumnKind.MONEY: "BIGINT",
    ColumnKind.RATE: "DECIMAL(9,6)",
    ColumnKind.DATE: "DATE",
    ColumnKind.MONTH: "DATE",
    ColumnKind.TIME: "TIMESTAMP",
    ColumnKind.TEXT: "VARCHAR",
    ColumnKind.CHOICE: "VARCHAR",
    ColumnKind.FLAG: "BOOLEAN",
    ColumnKind.ID_NUMBER: "VARCHAR",
    ColumnKind.CREDIT_CODE: "VARCHAR",
}
_SETTINGS = "FORMAT parquet, PARQUET_VERSION v1, COMPRESSION zstd, COMPRESSION_LEVEL 3, ROW_GROUP_SIZE 122880"


def write_canonical(con: duckdb.DuckDBPyConnection, source: str, schema: TableSchema, path: Path) -> int:
    """Write the rows of `source`, a table or view in `con` with the schema's columns, to `path`; return how many."""
    columns = ", ".join(f'CAST("{each.name}" AS {TYPES[each.kind]}) AS "{each.name}"' for each in schema.columns)
    order = ", ".join(f'"{name}"' for name in schema.key)
    con.execute("SET preserve_insertion_order = true")
    written = con.execute(
        f"COPY (SELECT {columns} FROM {source} ORDER BY {order}) TO {quoted(str(path))} ({_SETTINGS})"  # noqa: S608
    ).fetchone()
    return int(written[0]) if written else 0


def quoted(text: str) -> str:
    """Return `text` as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"
