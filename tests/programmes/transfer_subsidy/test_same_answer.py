"""What may not change an answer: the order of rows, rows given twice, how a table is cut into files."""

from collections.abc import Callable
from pathlib import Path
from random import Random  # noqa: TID251 - seeded here

import pyarrow.parquet as pq
import pytest

from engines import Rows, engine_with, typed
from jiping.datasets.engine import DUCKDB, open_engine
from jiping.datasets.question import Question
from jiping.domain.period import Period
from jiping.programmes.transfer_subsidy.benefit import qualified
from jiping.rulepack.pack import RulePack
from programmes.transfer_subsidy.population import some_people, tables

QUESTION_YEAR = 2024
Change = Callable[[Rows], Rows]


def _shuffled(rows: Rows) -> Rows:
    return Random(5).sample(rows, len(rows))


def _twice(rows: Rows) -> Rows:
    return rows + rows


@pytest.fixture
def records() -> dict[str, Rows]:
    return tables(some_people(Random(11), 200, QUESTION_YEAR - 1))


def test_the_order_of_rows_does_not_matter(records: dict[str, Rows], pack: RulePack, tmp_path: Path) -> None:
    changed = {name: _shuffled(rows) for name, rows in records.items()}
    assert _answer(changed, pack, tmp_path / "b") == _answer(records, pack, tmp_path / "a")


def test_a_contribution_given_twice_counts_once(records: dict[str, Rows], pack: RulePack, tmp_path: Path) -> None:
    changed = {
        **records,
        "contributions": _twice(records["contributions"]),
        "insurances": _twice(records["insurances"]),
    }
    assert _answer(changed, pack, tmp_path / "b") == _answer(records, pack, tmp_path / "a")


def test_records_of_others_change_nothing_for_a_person(
    records: dict[str, Rows], pack: RulePack, tmp_path: Path
) -> None:
    half = {name: [row for row in rows if int(str(row["person"])) <= 100] for name, rows in records.items()}
    everyone = _answer(records, pack, tmp_path / "a")
    assert _answer(half, pack, tmp_path / "b") == [row for row in everyone if row[0] <= 100]


def test_a_ledger_may_come_in_several_files(records: dict[str, Rows], pack: RulePack, tmp_path: Path) -> None:
    whole = _answer(records, pack, tmp_path / "a")
    folder = tmp_path / "a"
    rows = records["contributions"]
    for number in range(3):
        pq.write_table(typed(rows[number::3], pack.tables["contributions"]), folder / f"part{number}.parquet")
    paths = {name: folder / f"{name}.parquet" for name in records} | {"contributions": folder / "part*.parquet"}
    engine = open_engine(DUCKDB, paths)
    found = engine.fetch(qualified(engine.tables, _question(pack)).order_by("person")).to_pylist()
    assert [(row["person"], row["kind"]) for row in found] == whole


def _question(pack: RulePack) -> Question:
    return Question("transfer_subsidy", Period.of_year(QUESTION_YEAR), pack)


def _answer(records: dict[str, Rows], pack: RulePack, folder: Path) -> list[tuple[int, str]]:
    folder.mkdir()
    engine = engine_with(DUCKDB, records, pack, folder)
    rows = engine.fetch(qualified(engine.tables, _question(pack)).order_by("person")).to_pylist()
    assert len(rows) > 5
    return [(row["person"], row["kind"]) for row in rows]
