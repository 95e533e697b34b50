"""Preparing a survey: enough people asked, in proportion, the same for the same seed, and nothing guessed."""

import csv
from datetime import date
from pathlib import Path

import pytest

from jiping.datasets.folder import open_data
from jiping.datasets.importing import Order
from jiping.domain.errors import JipingError
from jiping.rulepack.load import load_pack
from jiping.synthetic.county import County
from jiping.use_cases.generate import generate
from jiping.use_cases.import_data import import_records
from jiping.use_cases.survey import Plan, prepare

PLAN = Plan("handbook", 2024, "385172", date(2024, 11, 25), date(2024, 12, 20))


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("survey") / "county"
    generate(County(5_000), folder, lambda _: None)
    return folder


def drawn(folder: Path) -> list[list[str]]:
    with (folder / "抽样名单.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


def test_the_list_holds_as_many_as_are_to_be_asked_each_once(county: Path, tmp_path: Path) -> None:
    prepared = prepare(PLAN, county, tmp_path, "national")
    people = [person for person, _ in drawn(tmp_path)]
    assert len(people) == len(set(people)) == prepared.invited == sum(each.seats for each in prepared.strata)
    assert prepared.needed <= prepared.invited <= prepared.population == sum(each.people for each in prepared.strata)


def test_the_same_seed_draws_the_same_and_another_others(county: Path, tmp_path: Path) -> None:
    again = Plan("handbook", 2024, "1", PLAN.drawn_on, PLAN.closed_on)
    for name, plan in (("one", PLAN), ("two", PLAN), ("three", again)):
        prepare(plan, county, tmp_path / name, "national")
    assert drawn(tmp_path / "one") == drawn(tmp_path / "two")
    assert drawn(tmp_path / "one") != drawn(tmp_path / "three")


def test_the_register_can_be_imported_as_it_is(county: Path, tmp_path: Path) -> None:
    prepare(PLAN, county, tmp_path, "national")
    rules = load_pack("national", date(2024, 12, 31))
    order = Order(rules.tables["surveys"], [str(tmp_path / "满意度调查登记.csv")])
    import_records(order, tmp_path / "data", rules, lambda _: None)
    assert open_data(tmp_path / "data")["surveys"].rows == 1


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (Plan("project_funds", 2024, "1", PLAN.drawn_on, PLAN.closed_on), "没有写明从哪张表抽取"),
        (Plan("handbook", 2021, "1", PLAN.drawn_on, PLAN.closed_on), "没有服务记录"),
        (Plan("handbook", 2024, "1", PLAN.closed_on, PLAN.drawn_on), "早于抽样日期"),
    ],
    ids=["没有服务记录表的业务", "没有服务过人的年度", "日期颠倒"],
)
def test_what_cannot_be_drawn_is_refused(county: Path, tmp_path: Path, plan: Plan, told: str) -> None:
    with pytest.raises(JipingError, match=told):
        prepare(plan, county, tmp_path / "out", "national")
    assert not (tmp_path / "out").exists()
