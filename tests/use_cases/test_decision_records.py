"""A kept decision is its content, hides who it is on, and is come to again on its own records whatever was imported since."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from jiping.datasets.decision_file import decision_id, dump_decision
from jiping.datasets.importing import Order
from jiping.domain.decision import Decision
from jiping.domain.errors import JipingError
from jiping.rulepack.load import load_pack
from jiping.synthetic.county import County
from jiping.use_cases.decide import decide
from jiping.use_cases.decisions import find, keep
from jiping.use_cases.generate import generate
from jiping.use_cases.import_data import import_records
from jiping.use_cases.replay_decision import replay_decision

NAME = "handbook"
TABLES = ("persons", "insurances", "handbook_issues")


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("records") / "county"
    generate(County(1_000), folder, lambda _: None)
    return folder


@pytest.fixture
def data(county: Path, tmp_path: Path) -> Path:
    """Return a folder of imported snapshots."""
    for table in TABLES:
        imported(table, county / f"{table}.parquet", tmp_path / "data")
    return tmp_path / "data"


def imported(table: str, file: Path, data: Path) -> None:
    rules = load_pack("national", date(2024, 12, 31))
    assert import_records(Order(rules.tables[table], [str(file)]), data, rules, lambda _: None).snapshot


@pytest.fixture
def kept(county: Path, data: Path) -> Decision:
    query = f"SELECT person FROM '{county}/handbook_issues.parquet' WHERE reason = 'new' ORDER BY person LIMIT 1"
    with duckdb.connect() as con:
        person: int = con.execute(query).fetchall()[0][0]
    made = decide(NAME, person, 2024, data, "national")
    keep(made, data)
    return made


def test_a_kept_decision_is_read_back_as_it_was(kept: Decision, data: Path) -> None:
    assert find(kept.id, data) == kept
    assert kept.id.startswith("HB-2024-")
    assert {each.table for each in kept.snapshots} == set(TABLES)


def test_the_same_decision_is_the_same_file(kept: Decision, data: Path) -> None:
    assert keep(decide(NAME, kept.subject, 2024, data, "national"), data) == keep(kept, data)
    assert len(list((data / "decisions").rglob("*.json"))) == 1


def test_a_record_hides_name_and_number(kept: Decision, county: Path) -> None:
    query = f"SELECT name, id_number FROM '{county}/persons.parquet' WHERE person = {kept.subject}"
    with duckdb.connect() as con:
        name, number = con.execute(query).fetchall()[0]
    told = dump_decision(kept).decode()
    assert name not in told
    assert number not in told
    assert "********" in told


def test_a_record_altered_by_one_sign_is_refused(kept: Decision, data: Path) -> None:
    path = keep(kept, data)
    path.write_text(path.read_text(encoding="utf-8").replace('"holds": false', '"holds": true', 1), encoding="utf-8")
    with pytest.raises(JipingError, match="被改动过"):
        replay_decision(kept.id, data)


def test_a_number_nobody_wrote_is_told(data: Path) -> None:
    with pytest.raises(JipingError, match="没有核定记录"):
        find("HB-2024-000000000000", data)


def test_it_comes_out_the_same_on_the_same_records(kept: Decision, data: Path) -> None:
    again = replay_decision(kept.id, data)
    assert (again.drift, again.newer, again.since) == ((), (), ())


def test_a_new_import_changes_nothing_of_it_and_what_it_would_change_is_told(
    kept: Decision, county: Path, data: Path, tmp_path: Path
) -> None:
    died = tmp_path / "persons.parquet"
    with duckdb.connect() as con:
        rows = f"SELECT * REPLACE (DATE '2024-12-30' AS died_on) FROM '{county}/persons.parquet'"
        con.execute(f"COPY ({rows}) TO '{died}' (FORMAT parquet)")
    imported("persons", died, data)
    again = replay_decision(kept.id, data)
    assert (again.drift, again.newer) == ((), ("参保人员名册",))
    assert again.since == (
        "应发手册 HB52 到本年最后一天没有死亡。由符合变为不符合（死亡日期 无 → 死亡日期 2024-12-30）",
    )


def test_a_decision_by_other_rules_has_drifted(kept: Decision, data: Path) -> None:
    first, second = kept.entitlements
    turned = replace(first.conditions[1], holds=False)
    other = replace(
        kept,
        pack_edition="更早的一版",
        entitlements=(replace(first, conditions=(first.conditions[0], turned, first.conditions[2])), second),
    )
    other = replace(other, id=decision_id(other))
    keep(other, data)
    drift = replay_decision(other.id, data).drift
    assert drift[0].startswith("规则包版本由 更早的一版 变为 ")
    assert [each.split(maxsplit=2)[:2] for each in drift[1:]] == [["应发手册", "HB52"]]


def test_a_decision_whose_records_are_gone_is_not_come_to_again(kept: Decision, data: Path) -> None:
    for path in (data / "insurances").glob("*.parquet"):
        path.unlink()
    with pytest.raises(JipingError):
        replay_decision(kept.id, data)
