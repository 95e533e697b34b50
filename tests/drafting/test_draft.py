"""A draft quotes facts, leaves visible blanks, and proposes only what the figures prove."""

from dataclasses import replace
from decimal import Decimal

import pytest

from drafting.evaluations import Situation, pack, scored
from jiping.domain.errors import PackFault
from jiping.domain.filing import BoundNumber, Form, FundLine, Section
from jiping.domain.money import Money
from jiping.drafting.draft import draft
from jiping.drafting.prose import Prose, fill
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.facts import drifted, facts
from jiping.scoring.score import Evaluation

MISSED = scored("服务对象满意度", "98%", "96%", met=False, kind=IndicatorKind.SATISFACTION)
MET = scored("目标任务实际完成率", "100%", "100%", met=True)
UNCLEAR = scored("完成及时性", "及时", None, met=None)


def texts(evaluation: Evaluation) -> dict[str, str]:
    return {name.value: section.text for name, section in draft(evaluation).sections()}


def test_all_five_sections_are_plainly_marked_as_drafts() -> None:
    drafted = texts(Situation((MET,)).evaluated())
    assert list(drafted) == ["overview", "evaluation", "performance", "problems", "measures"]
    assert all(text.startswith("【草稿】") for text in drafted.values())


def test_headings_are_those_of_the_form() -> None:
    narrative = draft(Situation((MET,), form=Form.REPORT).evaluated())
    assert [section.heading for _, section in narrative.sections()][3:] == ["四、存在的问题", "五、有关建议"]


def test_every_bound_number_stands_where_it_says() -> None:
    evaluation = Situation((MET, MISSED)).evaluated()
    known = facts(evaluation)
    bound = [(section, number) for _, section in draft(evaluation).sections() for number in section.bound]
    assert {number.fact for _, number in bound} >= {"expenditure", "total", "grade", "satisfaction", "missed_count"}
    for section, number in bound:
        assert section.text.startswith(number.text, number.start)
        assert number.text == known[number.fact]


def test_a_fresh_draft_has_not_drifted() -> None:
    evaluation = Situation((MET, MISSED, UNCLEAR)).evaluated()
    known = facts(evaluation)
    assert [found for _, section in draft(evaluation).sections() for found in drifted(section, known)] == []


def test_facts_read_as_an_official_would_write_them() -> None:
    drafted = texts(Situation((MET, MISSED)).evaluated())
    assert "2024 年示例项目项目支出 6 万元。" in drafted["overview"]
    assert "自评价得分为 99 分，等级为优。" in drafted["evaluation"]
    assert "服务对象满意度达 96%" in drafted["evaluation"]
    assert "目标任务实际完成率为 100%（年初指标值 100%）；服务对象满意度为 96%" in drafted["performance"]


def test_an_absent_fact_is_a_visible_blank_never_a_zero() -> None:
    drafted = texts(Situation(expenditure=None).evaluated(total=None, grade=None))
    assert "项目支出 〔待填：项目支出〕" in drafted["overview"]
    assert "自评价得分为 〔待填：自评得分〕，等级为〔待填：等级〕" in drafted["evaluation"]
    assert "〔待填：指标项数〕" in drafted["performance"]
    assert " 0 " not in "".join(drafted.values())


def test_each_missed_target_is_one_numbered_problem_with_one_measure() -> None:
    late = scored("完成及时性", "及时", "不及时", met=False, kind=IndicatorKind.QUALITATIVE)
    drafted = texts(Situation((MET, MISSED, late)).evaluated())
    problems, measures = drafted["problems"].splitlines(), drafted["measures"].splitlines()
    assert problems[0].startswith("【草稿】1. 服务对象满意度完成 96%，低于年初指标值 98%。")
    assert problems[1].startswith("2. 完成及时性的实际完成值为“不及时”，未达到年初指标值“及时”。")
    assert [line[:6] for line in measures] == ["【草稿】1.", "2. 针对完"]
    assert all("〔待填：责任人〕" in line and "〔待填：完成时限〕" in line for line in measures)


def test_no_missed_target_says_so() -> None:
    drafted = texts(Situation((MET,)).evaluated())
    assert drafted["problems"] == "【草稿】未发现指标未完成的情况。"
    assert drafted["measures"] == "【草稿】本年度无需要整改的事项。"


def test_a_row_that_cannot_be_judged_is_never_called_done() -> None:
    drafted = texts(Situation((MET, UNCLEAR)).evaluated(total=None, grade=None))
    assert "未发现" not in drafted["problems"]
    assert "完成及时性的实际完成值无法与年初指标值比较" in drafted["problems"]
    assert "无需要整改" not in drafted["measures"]


@pytest.mark.parametrize(("executed", "speaks"), [("89.99", True), ("90", False), (None, False)])
def test_money_left_unspent_is_a_problem_below_the_packs_threshold(executed: str | None, speaks: bool) -> None:
    money = None if executed is None else Money.from_wan(Decimal(executed))
    line = FundLine("年度资金总额", full_year=Money.from_wan(Decimal(100)), executed=money)
    drafted = texts(Situation((MET,), (line,)).evaluated())
    assert ("全年预算数 100 万元，全年执行数 89.99 万元，预算执行率低于 90%" in drafted["problems"]) is speaks
    assert ("针对预算执行率低于 90%的问题" in drafted["measures"]) is speaks


def test_low_execution_already_shown_by_a_row_is_said_once() -> None:
    line = FundLine("年度资金总额", full_year=Money(Decimal(100)), executed=Money(Decimal(50)))
    row = scored("预算执行率", "100%", "50%", met=False, kind=IndicatorKind.EXECUTION)
    assert len(texts(Situation((row,), (line,)).evaluated())["problems"].splitlines()) == 1


def test_rows_that_share_a_name_are_quoted_without_a_tie() -> None:
    narrative = draft(Situation((MISSED, MISSED)).evaluated())
    assert narrative.problems is not None
    assert "完成 96%" in narrative.problems.text
    assert narrative.problems.bound == ()


def test_a_template_with_an_unknown_name_is_a_fault_of_the_pack() -> None:
    with pytest.raises(PackFault, match="没有对应的数据") as caught:
        fill("支出 {expenses}", {"expenditure": Prose("6 万元")})
    assert "expenditure" in caught.value.remedy


def test_every_kind_of_indicator_has_its_sentence() -> None:
    words = dict.fromkeys(("level3", "target", "actual"), Prose("甲"))
    assert all(fill(pack().drafts[f"missed_{kind}"], words).text for kind in IndicatorKind)


def section(text: str, *bound: BoundNumber) -> Section:
    return Section("一、项目概况", text, bound)


SPENT = BoundNumber("expenditure", "6 万元", 3)


@pytest.mark.parametrize(
    ("text", "now", "sound"),
    [
        ("支出 6 万元。", "6 万元", True),
        ("支出 6 万元。", "5 万元", False),
        ("支出 6 万元。", None, False),
        ("支出 5 万元。", "6 万元", False),
        ("支出 5 万元。", "5 万元", True),
        ("本年度支出 6 万元。", "6 万元", True),
        ("本年度支出 16 万元。", "6 万元", False),
        ("本年度支出若干。", "6 万元", False),
    ],
)
def test_a_bound_number_holds_while_the_prose_states_the_fact(text: str, now: str | None, sound: bool) -> None:
    known = {} if now is None else {"expenditure": now}
    assert list(drifted(section(text, SPENT), known)) == ([] if sound else [(SPENT, now)])


def test_an_edited_number_is_not_excused_by_another_ones_place() -> None:
    budget = BoundNumber("budget", "6 万元", 11)
    known = {"expenditure": "6 万元", "budget": "6 万元"}
    text = "支出 8 万元，预算 6 万元。"
    assert text.startswith("6 万元", 11)
    assert list(drifted(section(text, SPENT, budget), known)) == [(SPENT, "6 万元")]


def test_satisfaction_is_quoted_in_one_spelling() -> None:
    row = MISSED._replace(row=replace(MISSED.row, actual="９６．０％"))
    assert facts(Situation((row,)).evaluated())["satisfaction"] == "96%"
