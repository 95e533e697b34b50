"""What a form leaves to be told from structure: split targets, nameless columns, weights of levels, odd totals."""

from decimal import Decimal

import pytest

from jiping.domain.document import Block, Cell, Document, Para, Part, Style
from jiping.domain.doubt import Confidence
from jiping.domain.filing import Filing, LevelWeight
from jiping.domain.money import Money
from jiping.layouts.read.recognise import recognise
from layouts.read.test_page import HEAD, messages, only, read, row, table
from layouts.test_round_trip import known

SPLIT = ["三级指标", "指标性质", "指标值", "度量单位", "完成值", "得分"]


@pytest.mark.parametrize(
    ("sign", "value", "measure", "target"),
    [
        ("≥", "50", "个", "≥50个"),
        ("═", "100", "%", "═100%"),
        ("大于等于", "8", "次", "大于等于8次"),
        ("定性", "优良中低差", "", "优良中低差"),
        ("═", "效果明显", "", "效果明显"),
        ("正向指标", "95%", "%", "95%"),
        ("≥", "≥90", "/", "≥90"),
        ("≤", "", "天", None),
    ],
)
def test_a_target_in_three_columns_is_one_text(sign: str, value: str, measure: str, target: str | None) -> None:
    found = only(read(table([*SPLIT], ["完成率", sign, value, measure, "51", "10"])))
    assert found.rows[0].target == target


def test_the_adjusted_target_is_meant_where_it_is_filled_in() -> None:
    head: list[str | Cell] = ["指标名称", "年初指标值", "调整指标值", "全年完成值", "指标得分"]
    found = only(read(table(head, ["甲", "5", "6", "6", "1"], ["乙", "5", "", "5", "1"])))
    assert [each.target for each in found.rows] == ["6", "5"]


def test_columns_under_one_group_heading_are_levels_by_their_place() -> None:
    head: list[str | Cell] = [Cell("绩效指标", colspan=3), "分值", "年度指标值", "实际完成值", "得分"]
    found = only(read(table(head, ["产出指标", "数量指标", "完成率", "10", "1", "1", "10"])))
    assert (found.rows[0].level1, found.rows[0].level2, found.rows[0].level3) == ("产出指标", "数量指标", "完成率")


def test_the_last_of_several_weights_is_the_rows_and_the_others_are_their_levels() -> None:
    head: list[str | Cell] = ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "得分"]
    found = only(
        read(table(head, ["产出", "50", "数量", "20", "甲", "8", "8"], ["", "", "质量", "30", "乙", "9", "9"]))
    )
    assert [each.weight for each in found.rows] == [Decimal(8), Decimal(9)]
    assert found.level_weights == (
        LevelWeight("产出", None, Decimal(50)),
        LevelWeight("产出", "数量", Decimal(20)),
        LevelWeight("产出", "质量", Decimal(30)),
    )


@pytest.mark.parametrize("level1", ["产出指标(50分)", "产出指标（50 分）", "产出指标50分", "(50分)", "过程(50)"])
def test_a_weight_in_a_levels_heading_is_kept_beside_the_heading(level1: str) -> None:
    found = only(read(table([*HEAD], row("甲", level1, "数量指标"), row("乙", "", "质量指标"))))
    assert [(each.level1, each.weight) for each in found.level_weights] == [(found.rows[0].level1, Decimal(50))]
    assert found.rows[1].level1 == found.rows[0].level1
    assert found.level_weights[0].place == found.rows[0].place


def test_a_year_or_a_name_with_digits_is_no_weight_of_a_level() -> None:
    assert only(read(table([*HEAD], row("甲", "产出指标2", "2022年指标")))).level_weights == ()


@pytest.mark.parametrize(
    "cells",
    [
        ["总分", "100", "96", "优", "", "", "", ""],
        ["总分：100", "96", "", "", "", "", "", "优"],
        ["总　分", "", "", "", "", "100分", "96分", "自评等级：优"],
        ["合计（满分100分）", "", "", "", "", "100", "96", "优"],
    ],
)
def test_the_total_is_read_wherever_its_figures_stand(cells: list[str | Cell]) -> None:
    found = only(read(table([*HEAD], row("甲"), cells)))
    assert (found.total_weight, found.total_score, found.stated_grade) == (Decimal(100), Decimal(96), "优")


def test_a_lone_figure_of_a_total_is_the_score() -> None:
    found = only(read(table([*HEAD], row("甲"), ["总分", "96", "", "", "", "", "", ""])))
    assert (found.total_weight, found.total_score) == (None, Decimal(96))


def test_a_subtotal_is_no_indicator() -> None:
    found = only(read(table([*HEAD], row("甲"), ["小计", "", "", "", "", "10", "10", ""], row("乙"))))
    assert [each.level3 for each in found.rows] == ["甲", "乙"]


def test_points_merged_over_two_rows_are_counted_once() -> None:
    first: list[str | Cell] = ["产出", "数量", "甲", "1", "1", Cell("10", rowspan=2), Cell("9", rowspan=2), ""]
    found = only(read(table([*HEAD], first, ["", "", "乙", "2", "2", ""])))
    assert [(each.weight, each.score) for each in found.rows] == [(Decimal(10), Decimal(9)), (None, None)]


def test_dashes_stand_for_no_figure() -> None:
    found = read(table([*HEAD], row("甲", weight="—", score="/")))
    assert (only(found).rows[0].weight, messages(found)) == (None, [])


def test_a_budget_in_pairs_is_one_line_of_funds() -> None:
    pairs: list[str | Cell] = ["年初预算数（元）", "60,000", "全年执行数（元）", "59,000.5", "执行率", "98.33%", "", ""]
    found = only(read(table(pairs, [*HEAD], row("甲"))))
    assert [(each.initial, each.executed) for each in found.funds] == [
        (Money(Decimal(60000)), Money(Decimal("59000.5")))
    ]
    assert found.expenditure == Money(Decimal("59000.5"))


@pytest.mark.parametrize(("rate", "read_as"), [("0.98", "98"), ("1", "100"), ("98", "98"), ("0.98%", "0.98")])
def test_a_rate_written_as_a_fraction_is_taken_in_per_cent(rate: str, read_as: str) -> None:
    head: list[str | Cell] = ["项目资金（万元）", "全年预算数", "全年执行数", "执行率"]
    executed = "100" if rate == "1" else "98"
    found = only(read(table(head, ["年度资金总额", "100", executed, rate])))
    assert found.funds[0].rate == Decimal(read_as)


def test_the_unit_of_money_may_stand_above_the_table() -> None:
    head: list[str | Cell] = ["项目资金", "年初预算数", "全年预算数", "全年执行数"]
    found = only(
        read(Para(Style.LINE, ("填报单位：某局", "金额单位：元")), table(head, ["年度资金总额", "6", "6", "6"]))
    )
    assert (found.unit, found.funds[0].executed) == ("某局", Money(Decimal(6)))


def test_a_column_known_only_by_part_of_its_heading_is_doubted() -> None:
    head = [text.replace("全年实际值", "年末实际达到的值") for text in HEAD]
    found = read(table([*head], row("甲")))
    (doubt,) = only(found).doubts
    assert (doubt.where, doubt.text, doubt.confidence) == ("年末实际达到的值", "实际完成值", Confidence.MEDIUM)
    assert messages(found) == [doubt.why]
    assert only(found).rows[0].actual == "100%"


def test_a_project_named_only_by_the_title_is_doubted() -> None:
    found = read(Para(Style.TITLE, ("某局2022年度绿化养护项目绩效自评报告",)), table([*HEAD], row("甲")))
    filing = only(found)
    assert (filing.project, filing.unit, filing.year) == ("绿化养护项目", "某局", 2022)
    assert [doubt.where for doubt in filing.doubts] == ["填报单位", "项目名称"]


def test_what_a_row_labels_and_is_no_fact_is_left_without_a_remark() -> None:
    found = read(table(["项目类别", "部门预算项目☑ 市直专项□"], ["项目名称", "某项目"]), table([*HEAD], row("甲")))
    assert (only(found).project, messages(found)) == ("某项目", [])


def test_forms_one_after_another_without_known_titles_are_parted_at_their_head() -> None:
    def form(project: str, year: str) -> list[Block]:
        return [
            Para(Style.TITLE, ("某种没有见过的表",)),
            Para(Style.LINE, (f"（{year}年度）",)),
            table(["项目名称", project]),
            table([*HEAD], row("甲")),
            Para(Style.LINE, ("填报人：经办",)),
        ]

    found = recognise(Document((Part("", (*form("甲项目", "2021"), *form("乙项目", "2022"))),)), *known()).filings
    assert [(each.project, each.year, each.sign_off.preparer) for each in found] == [
        ("甲项目", 2021, "经办"),
        ("乙项目", 2022, "经办"),
    ]


def test_the_table_of_a_report_belongs_to_it_under_a_title_of_its_own() -> None:
    lines = ("2022年度绿化养护项目绩效自评报告", "一、项目概况", "做了事。", "项目支出绩效自评表")
    found = only(read(*(Para(Style.BODY, (line,)) for line in lines), table([*HEAD], row("甲"))))
    assert (found.project, len(found.rows), found.narrative.overview is not None) == ("绿化养护项目", 1, True)


@pytest.mark.parametrize(
    ("heading", "cell", "weight"),
    [("评价标准", "按计划完成", Decimal(5)), ("分值", "4", Decimal(4)), ("分值", "", None)],
)
def test_a_weight_in_brackets_behind_a_name_counts_where_no_column_holds_one(
    heading: str, cell: str, weight: Decimal | None
) -> None:
    head: list[str | Cell] = ["一级指标", "三级指标", heading, "年度指标值", "实际完成值", "得分"]
    found = only(read(table(head, ["管理（25分）", "预算执行率（5分）", cell, "100%", "100%", "5"])))
    assert found.rows[0].weight == weight


def test_a_score_that_an_indicator_measures_is_no_weight() -> None:
    found = only(read(table(["三级指标", "年度指标值", "实际完成值", "得分"], ["测评达到85分", "85", "90", "5"])))
    assert found.rows[0].weight is None


def test_a_long_line_of_facts_does_not_run_on_into_the_title_below() -> None:
    foot = Para(Style.BODY, ("填报人：王某某　　　　　　联系电话：0513-0000000　　　　　　填报日期：2024年3月15日",))
    title = Para(Style.BODY, ("2023年度部门整体支出绩效自评表",))
    scores = table([*HEAD], row("甲"))
    found = read(Para(Style.BODY, ("2022年度部门整体支出绩效自评表",)), scores, foot, title, scores)
    assert [filing.year for filing in found.filings] == [2022, 2023]


def test_the_whole_units_spending_is_a_budget_and_its_unit_a_unit() -> None:
    budget = ["部门整体支出（万元）", "年初预算数", "全年预算数", "全年执行数"]
    found = only(
        read(
            Para(Style.BODY, ("2023年度部门整体支出绩效自评表",)),
            table(["部门（单位）名称", Cell("某局", colspan=3)], [*budget], ["总额", "8", "9", "9"], [*HEAD]),
        )
    )
    assert found.unit == "某局"
    assert found.funds[0].executed == Money.from_wan(Decimal(9))
    assert not found.doubts


def goals(found: Filing) -> list[str | None]:
    said = found.narrative
    return [None if section is None else section.text for section in (said.overview, said.performance)]


def test_a_cell_beside_two_goals_heads_them_both_and_is_neither() -> None:
    beside: list[str | Cell] = [Cell("总体目标完成情况", rowspan=2), "总体目标", "全年实际完成情况"]
    found = only(read(table(beside, ["修路", "已修路"]), table([*HEAD], row("甲"))))
    assert goals(found) == ["修路", "已修路"]


def test_a_cell_may_hold_the_heading_of_a_goal_and_the_goal() -> None:
    said: list[str | Cell] = ["年度目标", "预期目标：修路3公里", "目标实际完成情况：已修路"]
    found = only(read(table(said), table([*HEAD], row("甲"))))
    assert goals(found) == ["修路3公里", "已修路"]


def test_a_value_ends_where_a_label_begins_that_is_not_read() -> None:
    foot = Para(Style.LINE, ("单位负责人：甲", "财务负责人：乙", "联系电话：123"))
    found = only(read(table([*SPLIT], ["完成率", "≥", "50", "个", "51", "10"]), foot))
    assert (found.sign_off.head, found.sign_off.phone) == ("甲", "123")


def test_headings_side_by_side_are_headings_beside_a_label_that_is_not_read() -> None:
    block = Cell("项目基本情况", rowspan=2)
    found = only(
        read(
            table(
                [block, Cell("1.项目年度目标完成情况", rowspan=2), "项目年度目标", "年度目标完成情况"],
                ["养护道路。", "已养护。"],
            ),
            table([*SPLIT], ["完成率", "≥", "50", "个", "51", "10"]),
        )
    )
    told = {name.value: section.text for name, section in found.narrative.sections()}
    assert told == {"overview": "养护道路。", "performance": "已养护。"}


@pytest.mark.parametrize(
    "said", ["项目得分99.5分，等级为优。", "综合得分为99.5分，评价等级为“优”。", "总得分99.5分，等次为优。"]
)
def test_reports_state_their_score_in_many_words(said: str) -> None:
    lines = ("2023年度道路养护绩效自评报告", "一、项目概况", "养护。", "二、评价情况", f"经自评，{said}")
    found = only(read(*(Para(Style.BODY, (line,)) for line in lines)))
    assert (found.stated_score, found.stated_grade) == (Decimal("99.5"), "优")


@pytest.mark.parametrize(
    ("cells", "project", "unit"),
    [
        (["项目名称", "", "养护", "实施单位", "县局"], "养护", "县局"),
        (["项目名称", "", "", "实施单位", "", "县局"], None, "县局"),
        (["项目名称", "养护", "", "", "实施单位", "", ""], "养护", None),
    ],
    ids=["标签后有空格", "没有填", "末尾空白"],
)
def test_a_value_stands_behind_the_blanks_its_label_was_merged_over(
    cells: list[str | Cell], project: str | None, unit: str | None
) -> None:
    found = only(read(table(cells), table([*HEAD], row("甲", "产出指标", "数量指标"))))
    assert (found.project, found.unit) == (project, unit)
