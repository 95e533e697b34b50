"""Decisions with reasons for 292,000 persons × 60 months: ours, the floor, and the peers; ten times as many; Spark."""

import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import duckdb
from rich.console import Group
from rich.table import Table

from benchmarks.reading import peak
from benchmarks.subsidy_loop import loop, write_workbook
from benchmarks.subsidy_openfisca import by_openfisca
from benchmarks.subsidy_peers import BY_HAND, FLOOR, Due, by_pandas
from benchmarks.subsidy_records import MONTHS, write_records
from benchmarks.timing import side_by_side
from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.transfer_subsidy.benefit import qualified
from jiping.programmes.transfer_subsidy.entitlements import decisions
from jiping.rulepack.load import load_pack

PERSONS, MANY, LOOPED = 292_000, 3_000_000, 300
_SPARK = "local[2]"
_TITLES = {
    "floor": "下限：同样的列扫一遍，每人一个聚合",
    "ours": "jiping",
    "hand": "手写 SQL",
    "pandas": "pandas",
    "openfisca": "OpenFisca-core",
}
_SHOWN = ("person", "new_failed", "renewal_failed", "ask_employee", "ask_support")
_QUESTION = Question("transfer_subsidy", Period.of_year(2024), load_pack("national", date(2024, 12, 31)))


def measure() -> Group:
    """Return both tables; the records lie in a temporary folder of some hundred megabytes."""
    with tempfile.TemporaryDirectory() as name:
        return Group(_ways(Path(name) / "ways"), _growth(Path(name)))


def _ways(folder: Path) -> Table:
    paths = write_records(folder, PERSONS)
    engine = open_engine(DUCKDB, paths)
    ours, floor = partial(_decide, engine), partial(_sql, engine, FLOOR)
    cold = {"floor": _seconds(floor), "ours": _seconds(ours)}
    work: dict[str, Callable[[], object]] = {
        "floor": floor,
        "ours": ours,
        "hand": partial(_sql, engine, BY_HAND),
        "pandas": partial(by_pandas, folder),
        "openfisca": partial(by_openfisca, folder),
    }
    warm = side_by_side(work, repetitions=5)
    due = _due(engine)
    same = {"hand": _by_hand(engine), "pandas": by_pandas(folder), "openfisca": by_openfisca(folder), "ours": due}
    sheet = Table(
        title=f"居转企补助：{PERSONS:,} 人 × {MONTHS} 月逐人核定，{len(due):,} 人应发，从 Parquet 到结果，中位数"
    )
    for column in ("做法", "秒", "CPU 秒", "为下限的倍数", "CPU 为下限的倍数", "为 jiping 的倍数", "名单相同"):
        sheet.add_column(column, justify="left" if column == "做法" else "right")
    floor_took, ours_took = warm["floor"], warm["ours"]
    for name, took in warm.items():
        agrees = "—" if name not in same else "是" if same[name] == due else "否"
        times = (
            f"{took.wall:.2f}",
            f"{took.cpu:.2f}",
            f"{took.wall / floor_took.wall:.2f}",
            f"{took.cpu / floor_took.cpu:.2f}",
        )
        sheet.add_row(_TITLES[name], *times, f"{took.cpu / ours_took.cpu:.2f}", agrees)
    for name, seconds in cold.items():
        sheet.add_row(f"首次：{_TITLES[name]}", f"{seconds:.2f}", "", f"{seconds / cold['floor']:.2f}", "", "", "")
    seconds = _seconds(partial(loop, write_workbook(folder, LOOPED))) * PERSONS / LOOPED
    sheet.add_row(
        f"openpyxl 逐行（实测 {LOOPED} 人，按人数推算）",
        f"{seconds:,.0f}",
        "",
        "",
        "",
        f"{seconds / ours_took.wall:,.0f}",
        "—",
    )
    spark = open_engine(_SPARK, paths)
    begun = time.perf_counter()
    agrees = "是" if _due(spark) == due else "否"
    sheet.add_row(f"Spark {_SPARK}，只列应发", f"{time.perf_counter() - begun:.1f}", "", "", "", "", agrees)
    return sheet


def _growth(folder: Path) -> Table:
    """Ten times the people within four gigabytes: results go to a file, as for a county they would."""
    sheet = Table(title="人数增长：核定结果写入 Parquet，内存上限 4 GB")
    for column in ("人数", "秒", "倍数", "本进程峰值 MB"):
        sheet.add_column(column, justify="right")
    first = 0.0
    for persons in (PERSONS, MANY):
        engine = open_engine(DUCKDB, write_records(folder / str(persons), persons))
        decided = decisions(engine.tables, _QUESTION).select(*_SHOWN)
        seconds = min(_seconds(partial(engine.write, decided, folder / "decisions.parquet")) for _ in range(3))
        first = first or seconds
        sheet.add_row(f"{persons:,}", f"{seconds:.2f}", f"{seconds / first:.1f}", str(peak(None)))
    return sheet


def _decide(engine: Engine) -> object:
    return engine.fetch(decisions(engine.tables, _QUESTION).select(*_SHOWN))


def _due(engine: Engine) -> Due:
    rows = engine.fetch(qualified(engine.tables, _QUESTION).select("person", "kind"))
    return set(zip(rows["person"].to_pylist(), rows["kind"].to_pylist(), strict=True))


def _sql(engine: Engine, query: str) -> object:
    connection: duckdb.DuckDBPyConnection = engine.backend.con
    return connection.sql(query).to_arrow_table()


def _by_hand(engine: Engine) -> Due:
    rows = engine.backend.con.sql(
        f"SELECT person, if(new_failed = 0, 'new', 'renewal') FROM ({BY_HAND}) WHERE new_failed = 0 OR renewal_failed = 0"
    ).fetchall()
    return set(rows)


def _seconds(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun
