"""A decision on one person names every condition, hides who it is, and comes out the same again."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from jiping.domain.decision import Decision
from jiping.domain.errors import JipingError
from jiping.synthetic.county import County
from jiping.synthetic.transfer_cases import CASES, EACH
from jiping.use_cases.decide import decide
from jiping.use_cases.generate import generate
from jiping.use_cases.recheck import State, changes

COUNTY = County(persons=3_000)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "county"
    generate(COUNTY, folder, lambda _: None)
    return folder


def _person(data: Path, case: str) -> int:
    card = (data / "README.md").read_text(encoding="utf-8")
    title = next(each.title for each in CASES if each.name == case)
    line = next(line for line in card.splitlines() if line.startswith(f"| {title} |"))
    return int(line.split("|")[4].split("、")[0])


def _decided(data: Path, case: str, on: date | None = None) -> Decision:
    return decide("transfer_subsidy", _person(data, case), 2024, data, "rugao-2024", on=on)


def _failing(decided: Decision, kind: str) -> list[str]:
    granted = next(each for each in decided.entitlements if each.kind == kind)
    return [each.code for each in granted.conditions if not each.holds]


@pytest.mark.parametrize(
    ("case", "failing"),
    [
        ("exactly_six", []),
        ("joined_in_august", ["TS58"]),
        ("insured_elsewhere", ["TS52"]),
        ("receiving", ["TS51"]),
        ("flexible_before", ["TS54"]),
        ("elder", ["TS55"]),
        ("left_before", ["TS56"]),
        ("reached_next_year", ["TS57"]),
        ("had_both", ["TS57", "TS59", "TS64"]),
    ],
)
def test_a_refusal_names_exactly_what_fails(data: Path, case: str, failing: list[str]) -> None:
    assert _failing(_decided(data, case), "new") == failing


def test_a_decision_shows_what_was_seen_and_on_what_basis(data: Path) -> None:
    months = next(each for each in _decided(data, "joined_in_august").entitlements[0].conditions if each.code == "TS58")
    assert [(each.heading, each.shown) for each in months.seen] == [("本年度计数的缴费月数", "5")]
    assert "皋政发〔2022〕10号" in months.bases[0]
    assert months.remedy


def test_a_decision_hides_the_number_and_the_name(data: Path) -> None:
    told = {each.heading: each.shown for each in _decided(data, "exactly_six").who}
    assert "********" in told["公民身份号码"]
    assert told["姓名"].endswith("**")


def test_a_decision_comes_out_the_same_again(data: Path) -> None:
    assert repr(_decided(data, "exactly_six")) == repr(_decided(data, "exactly_six"))


def test_the_rules_of_the_day_decide(data: Path) -> None:
    assert _failing(_decided(data, "died_after", date(2024, 3, 20)), "payment") == ["TS67"]
    assert _failing(_decided(data, "died_after", date(2024, 12, 31)), "payment") == ["TS65", "TS67"]


def test_an_unknown_person_is_refused(data: Path) -> None:
    with pytest.raises(JipingError, match="记录中没有个人编号 7"):
        decide("transfer_subsidy", 7, 2024, data, "rugao-2024")


def test_a_business_without_decisions_is_refused(data: Path) -> None:
    with pytest.raises(JipingError, match="没有逐人核定的规则"):
        decide("operating_expense", 7, 2024, data, "rugao-2024")


def test_missing_records_are_named(tmp_path: Path, data: Path) -> None:
    (tmp_path / "persons.parquet").write_bytes((data / "persons.parquet").read_bytes())
    with pytest.raises(JipingError, match=r"缺少数据：.*参保关系"):
        decide("transfer_subsidy", 7, 2024, tmp_path, "rugao-2024")


def test_a_recheck_lists_who_changed_and_how(data: Path) -> None:
    found = changes(
        "transfer_subsidy", 2024, State(data, date(2024, 3, 20)), State(data, date(2024, 12, 31)), "rugao-2024"
    ).found
    assert len({each.of for each in found}) == 2 * EACH
    turned = [one for each in found for one in each.turned]
    assert {each.entitlement.kind for each in turned} == {"payment"}
    assert {condition.code for each in turned for condition in each.now_failing} == {"TS65"}
    assert not any(each.now_met for each in turned)


def test_nothing_changed_between_a_day_and_itself(data: Path) -> None:
    state = State(data, date(2024, 3, 20))
    assert changes("transfer_subsidy", 2024, state, state, "rugao-2024").found == ()


def test_who_gets_a_statement_is_decided_by_the_same_conditions_as_the_figure(data: Path) -> None:
    people = duckdb.execute(
        f"SELECT person, delivery FROM '{data}/persons.parquet' ORDER BY person LIMIT 400"
    ).fetchall()
    electronic = next(person for person, delivery in people if delivery == "electronic")
    found = decide("personal_statement", electronic, 2024, data, "rugao-2024")
    assert "PS55" in _failing(found, "statement")
