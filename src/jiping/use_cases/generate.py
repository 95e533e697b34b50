"""Write a synthetic county into a folder of Parquet files, with its data card."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from jiping import __version__
from jiping.datasets.canonical import write_canonical
from jiping.domain.disk import reason
from jiping.domain.errors import JipingError
from jiping.domain.table import TableSchema
from jiping.rulepack.load import load_pack
from jiping.synthetic.card import Card, WrittenTable, found
from jiping.synthetic.county import County
from jiping.synthetic.walk import generate as lay_out
from jiping.synthetic.walk import planted

CARD = "card.json"
_PACK = "national"
_MEMORY = "4GB"


def generate(county: County, out: Path, tell: Callable[[str], None]) -> Card:
    """Write the tables of `county` and their card to `out`, whole or not at all; `tell` hears each step as it begins.

    A county generated there before is replaced, the receipts beside it stay. Raises JipingError when anything else lies in `out`.
    """
    _refuse_foreign(out)
    schemas = load_pack(_PACK, date(county.year, 12, 31)).tables
    with _beside(out) as work:
        with _database(work / "county.duckdb") as con:
            lay_out(con, county, lambda group: tell(f"生成业务数据（{group}）"))
            tables = tuple(_written(con, schemas, work / "tables", tell))
            card = Card(county, __version__, tables, tuple(found(con, case) for case in planted()))
        (work / "tables" / "README.md").write_text(card.markdown(), encoding="utf-8")
        (work / "tables" / CARD).write_text(card.json(), encoding="utf-8")
        _put_in_place(work, out)
    return card


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """Give a working folder on the disk of `out`; what the disk refuses becomes a JipingError."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=out.parent, prefix=f".{out.name[:40]}.") as work:
            (Path(work) / "tables").mkdir()
            yield Path(work)
    except (OSError, duckdb.IOException) as error:
        raise JipingError(
            f"无法写入 {out}：{reason(error) if isinstance(error, OSError) else '磁盘已满或不可写'}。",
            why="没有留下写了一半的文件。",
            remedy="请检查文件夹是否有写权限、磁盘是否已满。",
        ) from error


@contextmanager
def _database(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database on disk, so that a county larger than the memory can be laid out."""
    spill = str(path.with_suffix(".spill"))
    with duckdb.connect(path, config={"memory_limit": _MEMORY, "temp_directory": spill}) as con:
        yield con


def _written(
    con: duckdb.DuckDBPyConnection, schemas: Mapping[str, TableSchema], folder: Path, tell: Callable[[str], None]
) -> Iterator[WrittenTable]:
    laid_out = {
        str(name) for (name,) in con.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary").fetchall()
    }
    for name in sorted(laid_out):
        schema = schemas[name]
        tell(f"写出 {schema.title}")
        path = folder / f"{name}.parquet"
        rows = write_canonical(con, name, schema, path)
        yield WrittenTable(name, schema.title, rows, path.stat().st_size)


def _refuse_foreign(out: Path) -> None:
    if out.exists() and not (out / CARD).is_file() and (not out.is_dir() or any(out.iterdir())):
        raise JipingError(
            f"{out} 里有别的文件。", why="演示数据不能和真实数据混放。", remedy="请换一个空的或还不存在的文件夹。"
        )


def _put_in_place(work: Path, out: Path) -> None:
    if out.exists():
        for kept in [each for each in out.iterdir() if each.is_dir()]:
            kept.replace(work / "tables" / kept.name)
        out.replace(work / "replaced")
    (work / "tables").replace(out)
