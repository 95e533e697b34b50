"""Tables of Parquet files, DuckDB files and PostgreSQL, written out as text."""

import csv
from pathlib import Path
from urllib.parse import urlsplit

import duckdb
from pyarrow.csv import CSVWriter

from jiping.datasets.canonical import quoted
from jiping.datasets.reading.transcript import Lines
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.place import Place

_SESSION = "connect_timeout=10&options=-c%20DateStyle%3DISO%20-c%20default_transaction_read_only%3Don"
_ONE_LINE = r"regexp_replace(COLUMNS(*)::VARCHAR, '\s+', ' ', 'g')"


def transcribe_parquet(path: Path, into: Path) -> Lines:
    """Write the numbered rows of a Parquet file to `into`, its column names as line 0."""
    with duckdb.connect() as con:
        return _copied(con, f"read_parquet({quoted(str(path))})", into, path.name)


def transcribe_duckdb(path: Path, table: str, into: Path) -> Lines:
    """Write the numbered rows of a table in a DuckDB file to `into`; nothing outside that file can be reached."""
    if not path.is_file():
        raise UnreadableFile("没有这个文件。", remedy="请检查数据库文件的路径。", place=Place(str(path)))
    try:
        con = duckdb.connect(str(path), read_only=True)
    except duckdb.Error as fault:
        raise UnreadableFile(
            "这不是能打开的 DuckDB 数据库。",
            remedy="请检查文件是否完整、是否正被其他程序使用。",
            place=Place(path.name),
        ) from fault
    with con:
        con.execute(f"SET allowed_directories = [{quoted(str(into.parent))}]")
        con.execute("SET enable_external_access = false")
        known = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()]
        if table not in known:
            raise JipingError(
                f"数据库里没有表“{table}”。", remedy=f"已有的表：{'、'.join(known) or '无'}。", place=Place(path.name)
            )
        return _copied(con, _identifier(table), into, path.name)


def transcribe_postgresql(url: str, table: str, into: Path) -> None:
    """Write the rows of a PostgreSQL table to `into` as UTF-8 csv, not numbered yet.

    Raises JipingError when the driver is not installed, and when the server, the account or the table is not there.
    """
    try:
        from adbc_driver_postgresql import dbapi  # noqa: PLC0415  an optional extra
    except ModuleNotFoundError:
        raise JipingError(
            "没有安装 PostgreSQL 的驱动程序。", remedy="请执行 pip install 'jiping[postgresql]'。"
        ) from None
    source = ".".join(map(_identifier, table.split(".")))
    try:
        with dbapi.connect(f"{url}{'&' if '?' in url else '?'}{_SESSION}") as con, con.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {source} LIMIT 0")  # noqa: S608
            columns = (f"{_identifier(column[0])}::text" for column in cursor.description)
            cursor.execute(f"SELECT {', '.join(columns)} FROM {source}")  # noqa: S608
            rows = cursor.fetch_record_batch()
            with CSVWriter(into, rows.schema) as target:
                for batch in rows:
                    target.write_batch(batch)
    except dbapi.Error as fault:
        state = fault.sqlstate or "连接不上"
        raise JipingError(
            f"读不出 PostgreSQL 的表“{table}”（{state}）。",
            remedy="请核对地址、账号、表名和查询权限；地址写作 postgresql://账号@主机/数据库#表名。",
            place=Place(shown_address(url, table)),
        ) from fault


def shown_address(url: str, table: str) -> str:
    """Return the address of a table without account and password."""
    parts = urlsplit(url)
    return f"postgresql://{parts.hostname or ''}{parts.path}#{table}"


def _identifier(name: str) -> str:
    """Return a name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def _copied(con: duckdb.DuckDBPyConnection, source: str, into: Path, name: str) -> Lines:
    rows = f'SELECT row_number() OVER () AS "0", {_ONE_LINE} FROM {source}'  # noqa: S608
    try:
        con.execute(f"COPY ({rows}) TO {quoted(str(into))} (FORMAT csv, HEADER true)")
    except duckdb.Error as fault:
        raise UnreadableFile(
            "文件已损坏或不完整，读不出内容。", remedy="请重新导出一份。", place=Place(name)
        ) from fault
    with into.open(encoding="utf-8", newline="") as written:
        return Lines(into, ",", len(next(csv.reader(written))) - 1)
