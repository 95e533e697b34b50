"""Decisions, payment lists, rechecks and settlements are the same on DuckDB and on Spark."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from engines import SPARK, require_spark
from jiping.datasets.engine import DUCKDB
from jiping.synthetic.county import County
from jiping.use_cases.decide import decide
from jiping.use_cases.generate import generate
from jiping.use_cases.pay.listing import draw_up
from jiping.use_cases.recheck import State, changes
from jiping.use_cases.settle import settle

PACK = "national"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    require_spark()
    folder = tmp_path_factory.mktemp("engines") / "county"
    generate(County(3_000), folder, lambda _: None)
    return folder


def first(county: Path, column: str, table: str) -> int | str:
    with duckdb.connect() as con:
        found: int | str = con.execute(f"SELECT min({column}) FROM '{county}/{table}.parquet'").fetchall()[0][0]
    return found


Answer = Callable[[Path, str], object]
ASKED: dict[str, Answer] = {
    "list": lambda data, engine: (
        draw_up("transfer_subsidy", 2025, date(2025, 4, 1), data, PACK, engine=engine).draft.list
    ),
    "recheck": lambda data, engine: (
        changes(
            "transfer_subsidy",
            2024,
            State(data, date(2024, 3, 20)),
            State(data, date(2024, 12, 31)),
            PACK,
            engine=engine,
        ).found
    ),
    "recheck of loans": lambda data, engine: (
        changes(
            "loan_interest_subsidy",
            2024,
            State(data, date(2024, 3, 20)),
            State(data, date(2024, 12, 31)),
            PACK,
            engine=engine,
        ).found
    ),
    "settlement": lambda data, engine: settle("loan_interest_subsidy", 2024, data, PACK, engine=engine),
}
DECIDED = {
    "transfer_subsidy": ("person", "resident_roll"),
    "personal_statement": ("person", "persons"),
    "handbook": ("person", "handbook_issues"),
    "loan_interest_subsidy": ("person", "loans"),
    "coverage_expansion": ("project_number", "construction_projects"),
}


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")  # another project's
@pytest.mark.parametrize("asked", ASKED)
def test_the_same_rows_come_from_both(asked: str, county: Path) -> None:
    here, there = (ASKED[asked](county, engine) for engine in (DUCKDB, SPARK))
    assert here == there


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")  # another project's
@pytest.mark.parametrize("name", DECIDED)
def test_a_decision_has_the_same_number_on_both(name: str, county: Path) -> None:
    subject = first(county, *DECIDED[name])
    here, there = (decide(name, subject, 2024, county, PACK, engine=engine) for engine in (DUCKDB, SPARK))
    assert here == there
