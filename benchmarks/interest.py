"""A year's interest of 100,000 loans: the set-based segments against plain Decimal loops over the same Parquet files.

The loops run on a sample of the loans and are extrapolated, which the table says; all are equal to the fen there.
"""

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
from rich.table import Table

from benchmarks.interest_loops import by_day, by_stretch, loop
from benchmarks.timing import side_by_side
from jiping.datasets.engine import DUCKDB, Engine, open_engine
from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.loan_interest_subsidy.interest import interest
from jiping.rulepack.load import load_pack

LOANS, SAMPLE = 100_000, 1_000
_TABLES = {
    "persons": """
        SELECT 1000000001 + n AS person, DATE '1963-09-01' + (n * 7919 % 1100)::INTEGER AS birth_date, TRUE AS local_household,
            if(n % 97 = 0, DATE '2024-01-20' + (n % 300)::INTEGER, NULL) AS died_on""",
    "hardship_proofs": "SELECT 1000000001 + n AS person, DATE '2020-01-01' AS valid_from, NULL::DATE AS valid_until",
    "loans": """
        SELECT printf('%06d', n) AS loan, 1000000001 + n AS person, DATE '2023-03-01' + (n % 150)::INTEGER AS contract_on,
            'male' AS pension_class, NULL::DATE AS grace_ends_on, NULL::BIGINT AS day_base, NULL::DATE AS moved_away_on""",
    "loan_movements": """
        SELECT printf('%06d', n) AS loan, DATE '2023-03-01' + (n % 150 + m * 131)::INTEGER AS moved_on,
            if(m = 2, 'early_repayment', 'disbursement') AS kind, (if(m = 2, 300000, 900000) + n * 13 % 7777)::BIGINT AS amount
        FROM (SELECT n, unnest([0, 1, 2, 3]) AS m FROM numbered)""",
    "loan_rates": """
        SELECT printf('%06d', n) AS loan, DATE '2023-03-01' + (m * 171)::INTEGER AS starts_on,
            ((34500 + n % 40 * 100 - m * 700) / 1000000)::DECIMAL(9, 6) AS rate
        FROM (SELECT n, unnest([0, 1, 2, 3]) AS m FROM numbered)""",
    "loan_overdues": """
        SELECT printf('%06d', n) AS loan, DATE '2024-04-01' + (n % 90)::INTEGER AS started_on,
            DATE '2024-04-01' + (n % 90 + n % 37)::INTEGER AS ended_on FROM numbered WHERE n % 11 = 0""",
    "employment_subsidies": """
        SELECT 1000000001 + n AS person, DATE '2024-01-01' AS first_month, DATE '2024-06-01' AS last_month
        FROM numbered WHERE n % 29 = 0""",
}


def measure() -> Table:
    """Return the seconds of each way, and how they compare."""
    with tempfile.TemporaryDirectory() as folder:
        paths = _write(Path(folder))
        engine = open_engine(DUCKDB, paths)
        question = Question("loan_interest_subsidy", Period.of_year(2024), load_pack("national", date(2024, 12, 31)))
        ours = _interest(engine, question)
        for reckoned in (by_day, by_stretch):
            if not _agree(ours, loop(paths, SAMPLE, reckoned)):
                raise ValueError(f"{reckoned.__name__} comes to other figures")
        timed = side_by_side(
            {
                "jiping（DuckDB）": lambda: _interest(engine, question),
                "逐日 Decimal 循环（推算）": lambda: loop(paths, SAMPLE, by_day),
                "逐段 Decimal 循环（推算）": lambda: loop(paths, SAMPLE, by_stretch),
            },
            repetitions=3,
        )
    sheet = Table(title=f"贴息 {LOANS:,} 份合同一年（循环量 {SAMPLE:,} 份，按份数推算；结果逐分相等）")
    for column in ("做法", "秒", "CPU 秒", "倍数（秒）", "倍数（CPU）"):
        sheet.add_column(column, justify="left" if column == "做法" else "right")
    own = next(iter(timed.values()))
    for name, each in timed.items():
        scale = LOANS / SAMPLE if "推算" in name else 1
        wall, cpu = each.wall * scale, each.cpu * scale
        sheet.add_row(name, f"{wall:.2f}", f"{cpu:.2f}", f"{wall / own.wall:.1f}", f"{cpu / own.cpu:.1f}")
    return sheet


def _agree(ours: Mapping[str, int], told: Mapping[str, int]) -> bool:
    """Tell whether the loans of the sample have the same interest; ours leaves out those without any."""
    return all(ours.get(loan, 0) == fen for loan, fen in told.items())


def _write(folder: Path) -> Mapping[str, Path]:
    paths = {name: folder / f"{name}.parquet" for name in _TABLES}
    with duckdb.connect() as con:
        con.execute(f"CREATE VIEW numbered AS SELECT n FROM range({LOANS}) AS numbers(n)")
        for name, query in _TABLES.items():
            rows = query if "numbered" in query else f"{query} FROM numbered"
            con.execute(f"COPY ({rows}) TO '{paths[name]}' (FORMAT parquet)")
    return paths


def _interest(engine: Engine, question: Question) -> dict[str, int]:
    found = engine.fetch(interest(engine.tables, question).select("loan", "interest"))
    return dict(zip(found["loan"].to_pylist(), found["interest"].to_pylist(), strict=True))


if __name__ == "__main__":
    from rich.console import Console

    Console(width=110).print(measure())
