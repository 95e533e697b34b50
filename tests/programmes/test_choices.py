"""A choice nobody knows is refused where it is read; it would silently mean another one."""

from collections.abc import Callable

import pytest

from jiping.datasets.choice import choice
from jiping.datasets.question import Question, Tables
from jiping.domain.errors import PackFault
from jiping.domain.period import Period
from jiping.programmes.coverage_expansion.insured import counted
from jiping.programmes.operating_expense.terms import countable
from jiping.rulepack.pack import RulePack
from programmes.conftest import On
from programmes.situations import changed


def of_people(tables: Tables, question: Question) -> object:
    return counted(tables["persons"], question)


@pytest.mark.parametrize(
    ("name", "read"), [("ce_counts", of_people), ("oe_counts_agents", countable)], ids=["coverage", "counters"]
)
def test_an_unknown_choice_is_refused_with_those_there_are(
    name: str, read: Callable[[Tables, Question], object], on: On, pack: RulePack
) -> None:
    engine = on("duckdb://", {"persons": [], "cases": []})
    question = Question("any", Period.of_year(2024), changed(pack, {name: "随便"}))
    with pytest.raises(PackFault, match="随便"):
        read(engine.tables, question)


def test_a_truth_value_is_told_as_a_pack_writes_it(pack: RulePack) -> None:
    with pytest.raises(PackFault, match="oe_counts_agents") as fault:
        choice(changed(pack, {"oe_counts_agents": "yes"}), "oe_counts_agents", (True, False))
    assert fault.value.remedy == "可选：true、false。"
