"""The list a sample is drawn from: everyone served in the year, once, alive, with the town he lives in."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from engines import Rows
from jiping.datasets.engine import DUCKDB, Engine
from jiping.datasets.question import Question
from jiping.domain.errors import JipingError
from jiping.domain.period import Period
from jiping.domain.table import ColumnKind
from jiping.programmes.satisfaction.served import records_of_service, served
from jiping.rulepack.pack import RulePack

On = Callable[[str, Mapping[str, Rows]], Engine]


def test_everyone_served_in_the_year_is_listed_once_and_the_dead_are_not(on: On, pack: RulePack) -> None:
    people: Rows = [{"person": n, "town": "示例镇一"} for n in range(1, 5)]
    people.append({"person": 5, "town": "示例镇二", "died_on": date(2024, 3, 1)})
    given = [
        (1, date(2024, 1, 1)),
        (1, date(2024, 6, 3)),
        (2, date(2023, 12, 31)),
        (3, date(2025, 1, 1)),
        (4, date(2024, 12, 31)),
        (5, date(2024, 2, 1)),
        (99, date(2024, 2, 1)),
    ]
    issues: Rows = [{"serial": f"{n}", "person": person, "issued_on": day} for n, (person, day) in enumerate(given)]
    engine = on(DUCKDB, {"persons": people, "handbook_issues": issues})
    listed = engine.fetch(served(engine.tables, Question("handbook", Period.of_year(2024), pack))).to_pylist()
    assert sorted((row["person"], row["stratum"]) for row in listed) == [(1, "示例镇一"), (4, "示例镇一")]


def test_who_took_a_loan_in_an_earlier_year_is_still_served(on: On, pack: RulePack) -> None:
    people: Rows = [{"person": n, "town": "示例镇一"} for n in (1, 2)]
    loans: Rows = [
        {"loan": "A", "person": 1, "contract_on": date(2021, 5, 6)},
        {"loan": "B", "person": 2, "contract_on": date(2025, 1, 2)},
    ]
    engine = on(DUCKDB, {"persons": people, "loans": loans})
    question = Question("loan_interest_subsidy", Period.of_year(2024), pack)
    assert [row["person"] for row in engine.fetch(served(engine.tables, question)).to_pylist()] == [1]


def test_a_list_of_services_names_a_declared_table_with_persons_and_days(pack: RulePack) -> None:
    for row in pack.table("sv_frames"):
        table = pack.tables[str(row["table"])]
        assert table.column("person").kind is ColumnKind.INTEGER
        assert table.column(str(row["day"])).kind in {ColumnKind.DATE, ColumnKind.MONTH}


def test_a_business_without_a_list_is_told_how_to_name_one(pack: RulePack) -> None:
    with pytest.raises(JipingError, match="没有写明从哪张表抽取") as refused:
        records_of_service(Question("project_funds", Period.of_year(2024), pack))
    assert "sv_frames" in refused.value.remedy
