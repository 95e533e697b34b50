"""How long a unit has to mend, and what a grade means for the next budget, as the pack says."""

from datetime import date
from decimal import Decimal

import pytest

from jiping.domain.task import TaskSource
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack
from jiping.use_cases.rectification import budget_proposals, due_on, problem_named


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return load_pack("national", date(2024, 12, 31))


@pytest.mark.parametrize("source", TaskSource)
def test_every_source_of_a_task_has_its_term(pack: RulePack, source: TaskSource) -> None:
    assert due_on(source, date(2025, 3, 21), pack) > date(2025, 3, 21)


def test_a_term_counts_days_from_the_day_it_is_raised(pack: RulePack) -> None:
    assert due_on(TaskSource.RETURNED, date(2025, 3, 21), pack) == date(2025, 3, 31)


def test_every_grade_of_the_pack_proposes_something_for_the_budget(pack: RulePack) -> None:
    grades = {pack.grades.of(Decimal(score)) for score in range(101)}
    assert {each.grade for each in budget_proposals(pack)} == grades


def test_a_share_is_the_most_of_this_years_sum_and_none_names_no_sum(pack: RulePack) -> None:
    most = {each.grade: each.most(Decimal("10.5")) for each in budget_proposals(pack)}
    assert most == {"优": None, "良": Decimal("10.5"), "中": Decimal("8.40"), "差": Decimal(0)}
    assert all(each.most(None) is None for each in budget_proposals(pack))


@pytest.mark.parametrize("text", [None, "", "无", "无。", " 暂无 "])
def test_a_unit_that_names_no_problem_has_none(pack: RulePack, text: str | None) -> None:
    assert problem_named(text, pack) is None


def test_a_named_problem_is_kept_in_its_own_words(pack: RulePack) -> None:
    assert problem_named(" 窗口等候时间较长。", pack) == "窗口等候时间较长。"
