"""Thirty years of accounts: the set-based roll-over against a plain Decimal loop over the same yearly ledger.

The loop runs on a sample of the persons and is extrapolated, which the table says; both are equal to the fen there.
"""

import tempfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
from rich.table import Table

from benchmarks.timing import side_by_side
from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.personal_statement.rollover import ledger_of_years, rolled_over
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack

PERSONS, SAMPLE = 200_000, 1_000
YEARS = range(1996, 2026)
_FIRST = 1_000_000_001
_FEN = Decimal("0.01")
_CREDITED = ", ".join(
    f"(8000 + (person * 31 + year * 97 + {month} * 7) % 90000)::BIGINT AS credited_{month:02}" for month in range(1, 13)
)
_LEDGER = f"SELECT person, year, {_CREDITED} FROM accounts, range(1996, 2026) AS years(year)"
_BY_KEY = "ORDER BY person, year"  # as snapshots lie


def measure() -> Table:
    """Return the seconds of each way, per person and year, and how they compare."""
    with tempfile.TemporaryDirectory() as folder:
        paths = _write(Path(folder))
        rates = {year: Decimal(200 + year * 37 % 700) / 100 for year in YEARS}
        question = Question("personal_statement", Period.of_year(2024), _pack(rates))
        engine = open_engine(DUCKDB, paths)
        if not _agree(engine, question, paths, rates):
            raise AssertionError("the two ways differ")
        timed = side_by_side(
            {"jiping": lambda: _roll(engine, question), "loop": lambda: _loop(paths, rates)}, repetitions=3
        )
    ours, loop = timed["jiping"], timed["loop"]
    scale = PERSONS / SAMPLE
    sheet = Table(
        title=f"个人账户滚存 {PERSONS:,} 人 × {len(YEARS)} 年（逐行循环量 {SAMPLE:,} 人，按人数推算；结果逐分相等）"
    )
    for column in ("做法", "秒", "CPU 秒", "倍数（秒）", "倍数（CPU）"):
        sheet.add_column(column, justify="right")
    sheet.add_row("jiping（DuckDB）", f"{ours.wall:.1f}", f"{ours.cpu:.1f}", "1", "1")
    sheet.add_row(
        "逐行 Decimal 循环（推算）",
        f"{loop.wall * scale:,.0f}",
        f"{loop.cpu * scale:,.0f}",
        f"{loop.wall * scale / ours.wall:.0f}",
        f"{loop.cpu * scale / ours.cpu:.0f}",
    )
    return sheet


def _write(folder: Path) -> dict[str, Path]:
    """Write the accounts and the ledger, and the ledger of the sample on its own for the loop."""
    paths = {name: folder / f"{name}.parquet" for name in ("accounts", "account_years", "sample")}
    with duckdb.connect() as con:
        con.execute(f"""
            CREATE TABLE accounts AS SELECT {_FIRST} + n AS person, (n * 7919 % 3000000)::BIGINT AS opening
            FROM range({PERSONS}) AS numbers(n)
        """)
        con.execute(f"COPY accounts TO '{paths['accounts']}' (FORMAT parquet)")
        con.execute(f"COPY ({_LEDGER} {_BY_KEY}) TO '{paths['account_years']}' (FORMAT parquet)")
        con.execute(
            f"COPY ({_LEDGER} WHERE person < {_FIRST + SAMPLE} {_BY_KEY}) TO '{paths['sample']}' (FORMAT parquet)"
        )
    return paths


def _pack(rates: Mapping[int, Decimal]) -> RulePack:
    """Return the national pack with rates for the years before there were national ones."""
    pack = load_pack("national", date(2024, 12, 31))
    rows = tuple(
        {"rate_year": Decimal(year), "percent": percent, "published_on": date(year + 1, 6, 30)}
        for year, percent in rates.items()
    )
    entry = tuple(replace(each, value=rows) for each in pack.entries["ps_interest_rates"])
    return replace(pack, entries={**pack.entries, "ps_interest_rates": entry})


def _roll(engine: Engine, question: Question) -> pa.Table:
    """Carry all accounts over thirty years and fetch the last balance of each."""
    rolled = rolled_over(engine.tables["accounts"], ledger_of_years(engine.tables["account_years"]), YEARS, question)
    return engine.fetch(rolled.select("person", balance=rolled[f"closing_{YEARS[-1]}"]))


def _loop(paths: Mapping[str, Path], rates: Mapping[int, Decimal]) -> dict[int, Decimal]:
    """Carry the sample over as one would write it down: rows from the file, yuan as Decimal, one rounding a year."""
    with duckdb.connect() as con:
        ledger = con.execute(f"SELECT * FROM '{paths['sample']}'").fetchall()
        openings = con.execute(f"SELECT * FROM '{paths['accounts']}' WHERE person < {_FIRST + SAMPLE}").fetchall()
    credited: dict[int, dict[int, list[Decimal]]] = defaultdict(dict)
    for person, year, *months in ledger:
        credited[person][year] = [Decimal(fen) / 100 for fen in months]
    balances = {}
    for person, opening in openings:
        balance = Decimal(opening) / 100
        for year, percent in rates.items():
            rate = percent / 100
            principal = product = Decimal(0)
            for month, amount in enumerate(credited[person][year], start=1):
                principal += amount
                product += amount * (13 - month)
            balance = (balance * (1 + rate) + principal + product * rate / 12).quantize(_FEN, ROUND_HALF_UP)
        balances[person] = balance
    return balances


def _agree(engine: Engine, question: Question, paths: Mapping[str, Path], rates: Mapping[int, Decimal]) -> bool:
    rolled = _roll(engine, question)
    ours = dict(zip(rolled["person"].to_pylist(), rolled["balance"].to_pylist(), strict=True))
    return all(ours[person] == balance * 100 for person, balance in _loop(paths, rates).items())


if __name__ == "__main__":
    from rich.console import Console

    Console(width=110).print(measure())
