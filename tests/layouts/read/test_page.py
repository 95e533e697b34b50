"""Ruled tables as other units and other programs make them."""

from decimal import Decimal

from jiping.domain.document import Block, Cell, Document, Para, Part, Style, Table
from jiping.domain.filing import Filing
from jiping.domain.money import Money
from jiping.domain.place import Place
from jiping.layouts.read.recognise import recognise
from jiping.layouts.read.recognition import Recognition, Traced
from layouts.test_round_trip import known

HEAD = ["一级指标", "二级指标", "三级指标", "年度指标值", "全年实际值", "分值", "得分", "未完成原因分析"]


def read(*blocks: Block) -> Recognition:
    return recognise(Document((Part("", blocks),)), *known())


def table(*rows: list[str | Cell], header_rows: int = 1) -> Table:
    """Return a table whose texts fill one cell each; a single text in a row fills the row."""
    width = max(map(len, rows))
    made = (
        tuple(
            Cell(each, colspan=width if len(row) == 1 else 1, place=Place("表.docx", table=1, row=r, column=c))
            if isinstance(each, str)
            else each
            for c, each in enumerate(row, start=1)
        )
        for r, row in enumerate(rows, start=1)
    )
    return Table(tuple(made), (10,) * width, header_rows)


def only(found: Recognition) -> Filing:
    assert len(found.filings) == 1
    return found.filings[0]


def messages(found: Recognition) -> list[str]:
    return [remark.message for remark in found.remarks]


def row(name: str, level1: str = "", level2: str = "", weight: str = "10", score: str = "10") -> list[str | Cell]:
    return [level1, level2, name, "100%", "100%", weight, score, ""]


def test_headings_of_other_forms_are_understood() -> None:
    found = only(read(table([*HEAD], ["产出指标", "数量指标", "完成率", "≥98%", "97%", "10分", "9.9", "人手不足"])))
    first = found.rows[0]
    assert (first.level3, first.target, first.actual, first.reason) == ("完成率", "≥98%", "97%", "人手不足")
    assert (first.weight, first.score) == (Decimal(10), Decimal("9.9"))


def test_a_heading_with_its_formula_is_still_that_heading() -> None:
    head = ["指标名称", "年度指标值（A）", "实际完成值(B)", "得分（20分*执行率）"]
    found = only(read(table([*head], ["完成率", "100%", "98%", "9.8"])))
    assert (found.rows[0].actual, found.rows[0].score) == ("98%", Decimal("9.8"))


def test_a_blank_level_is_the_one_above_within_the_same_block() -> None:
    found = only(
        read(
            table(
                [*HEAD], row("甲", "产出指标", "数量指标"), row("乙"), row("丙", "效益指标"), row("丁", "", "社会效益")
            )
        )
    )
    assert [(each.level1, each.level2) for each in found.rows] == [
        ("产出指标", "数量指标"),
        ("产出指标", "数量指标"),
        ("效益指标", None),
        ("效益指标", "社会效益"),
    ]


def test_spread_hanzi_of_a_label_are_closed_up() -> None:
    found = only(read(table([*HEAD], row("甲", "决 策\n指标", "项目\n立项"))))
    assert (found.rows[0].level1, found.rows[0].level2) == ("决策指标", "项目立项")


def test_a_line_break_inside_a_cell_leaves_no_space() -> None:
    found = only(read(table([*HEAD], row("提供与社会保障个\n人权益记录相关的\n服务"))))
    assert found.rows[0].level3 == "提供与社会保障个人权益记录相关的服务"


def test_a_table_cut_by_a_page_end_goes_on() -> None:
    found = only(
        read(
            table([*HEAD], row("甲", "产出指标", "数量指标")),
            table(row("乙"), ["总计", "", "", "", "", "20", "20", ""]),
        )
    )
    assert [(each.level1, each.level3) for each in found.rows] == [("产出指标", "甲"), ("产出指标", "乙")]
    assert found.total_score == Decimal(20)


def test_a_header_repeated_on_the_next_page_is_no_row() -> None:
    found = only(read(table([*HEAD], row("甲"), [*HEAD], row("乙"))))
    assert [each.level3 for each in found.rows] == ["甲", "乙"]


def test_tables_one_after_another_are_filings_of_their_own() -> None:
    total: list[str | Cell] = ["合计", "", "", "", "", "10", "10", ""]
    assert len(read(table([*HEAD], row("甲"), total), table([*HEAD], row("乙"), total)).filings) == 2


def test_an_unknown_column_is_remarked() -> None:
    found = read(table([*HEAD, "指标层级"], [*row("甲"), "正向"]))
    assert messages(found) == ["不认识“指标层级”一栏，未读取。"]
    assert len(only(found).rows) == 1


def test_a_cell_that_is_no_number_is_remarked_with_its_place() -> None:
    found = read(table([*HEAD], row("甲", weight="NaN", score="十分")))
    assert only(found).rows[0].weight is None
    assert messages(found) == ["“NaN”不是数，未读取。", "“十分”不是数，未读取。"]
    assert str(found.remarks[0].place) == "表.docx 第 1 个表 第 2 行第 6 列"


def test_a_row_without_a_name_is_kept_and_remarked() -> None:
    found = read(table([*HEAD], row("")))
    assert only(found).rows[0].weight == Decimal(10)
    assert messages(found) == ["这一行有内容，但没有三级指标名称。"]


def test_empty_rows_of_a_form_are_no_indicators() -> None:
    assert (
        only(read(table([*HEAD], row("甲"), ["", "", "", "", "", "", "", ""], ["", "质量指标", *[""] * 6]))).rows[1:]
        == ()
    )


def test_the_total_row_may_hold_the_grade() -> None:
    found = only(read(table([*HEAD], row("甲"), ["总分", "", "", "", "", "10", "10", "优"])))
    assert found.stated_grade == "优"


def test_amounts_stated_in_yuan_are_taken_as_yuan() -> None:
    head: list[str | Cell] = ["项目资金（元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    found = only(read(table(head, ["年度资金总额", "60,000", "60000", "59999.50", "10", "99.99%", "10"])))
    assert found.funds[0].executed == Money(Decimal("59999.50"))
    assert found.funds[0].rate == Decimal("99.99")
    assert found.expenditure == Money(Decimal("59999.50"))


def test_a_budget_without_its_unit_is_remarked() -> None:
    head: list[str | Cell] = ["项目资金", "年初预算数", "全年预算数", "全年执行数"]
    found = read(table(head, ["年度资金总额", "6", "6", "6"]))
    assert messages(found) == ["预算资金没有注明金额单位，按万元读取。"]


def test_one_table_may_hold_a_whole_form() -> None:
    """As a workbook without inner gaps comes out: title, facts, goals and indicators in one grid."""
    found = only(
        read(
            table(
                ["项目支出绩效自评表"],
                ["（2023 年度）"],
                ["项目名称", Cell("某项目", colspan=7)],
                ["主管部门", Cell("某局", colspan=3), "实施单位", Cell("某中心", colspan=3)],
                [Cell("年度总体目标", rowspan=2), Cell("预期目标", colspan=3), Cell("实际完成情况", colspan=4)],
                [Cell("做好服务。", colspan=3), Cell("已经做好。", colspan=4)],
                [*HEAD],
                row("甲", "产出指标", "数量指标"),
                [Cell("总分", colspan=5), "10", "10", ""],
                ["填报人：张某"],
            )
        )
    )
    assert (found.project, found.department, found.unit, found.year) == ("某项目", "某局", "某中心", 2023)
    assert found.narrative.overview is not None
    assert found.narrative.overview.text == "做好服务。"
    assert [each.level3 for each in found.rows] == ["甲"]
    assert (found.total_score, found.sign_off.preparer) == (Decimal(10), "张某")


def test_a_narrative_inside_a_table_cell_is_read() -> None:
    cell = Cell("项目自评价情况\n一、项目概况\n做了事。\n二、评价情况\n得分为 99 分。", colspan=2)
    found = only(read(Para(Style.TITLE, ("项目支出绩效自评价情况表",)), table(["项目名称", "某项目"], [cell])))
    assert [section.text for _, section in found.narrative.sections()] == ["做了事。", "得分为 99 分。"]


def test_page_numbers_are_no_part_of_the_narrative() -> None:
    lines = ("项目支出绩效自评价情况表", "一、项目概况", "做了事。", "— 1 —", "（续表）", "又做了事。")
    found = only(read(*(Para(Style.BODY, (line,)) for line in lines)))
    assert found.narrative.overview is not None
    assert found.narrative.overview.text == "做了事。\n又做了事。"


def test_text_that_fits_nowhere_is_remarked() -> None:
    lines = ("项目支出绩效自评价情况表", "内部资料：注意保存", "一、项目概况", "做了事。")
    assert messages(read(*(Para(Style.BODY, (line,)) for line in lines))) == ["“内部资料：注意保存”没有归入任何一栏。"]


def test_a_report_below_the_form_joins_what_the_form_says_of_the_same() -> None:
    form = table(["预期目标", "实际完成情况"], ["购置电脑60台。", "已购置60台。"], [*HEAD[:2]])
    report = [Para(Style.BODY, (text,)) for text in ("一、项目概况", "实际支出85.2万元。", "二、存在问题", "无。")]
    title = Para(Style.TITLE, ("项目支出绩效自评表",))
    orders: tuple[tuple[Block, ...], ...] = ((title, form, *report), (title, *report, form))
    for blocks in orders:
        found = read(*blocks)
        overview = only(found).narrative.overview
        assert overview is not None
        assert overview.heading == "一、项目概况"
        assert {*overview.text.split("\n")} == {"购置电脑60台。", "实际支出85.2万元。"}
        assert not messages(found)


def _alone(*head: list[str | Cell]) -> Recognition:
    rows = table(*head, [*HEAD], row("完成率"), row("合格率"))
    return read(Para(Style.TITLE, ("2024年度项目支出绩效自评表",), Place("表.docx", paragraph=1)), rows)


def test_a_total_in_the_head_of_a_table_is_its_total_with_its_place() -> None:
    found = _alone(["主管部门", "示例局", "自评总分", "97.5", "", "", "", ""])
    filing = only(found)
    assert (filing.total_score, filing.stated_score) == (Decimal("97.5"), None)
    assert filing.total_score_place == Place("表.docx", table=1, row=1, column=4)
    assert "读出的得分合计 20，总计写的是 97.5，请核对原件或读取结果。" in messages(found)


def test_the_department_files_where_a_table_asks_for_no_unit() -> None:
    assert only(_alone(["主管部门", "示例局", "", "", "", "", "", ""])).unit == "示例局"
    assert only(_alone(["主管部门", "示例局", "实施单位", "", "", "", "", ""])).unit is None


def test_a_total_row_carries_the_places_of_its_cells() -> None:
    filing = only(read(table([*HEAD], row("完成率"), ["总分", "", "", "", "", "10", "9", ""])))
    assert filing.total_weight_place == Place("表.docx", table=1, row=3, column=6)
    assert filing.total_score_place == Place("表.docx", table=1, row=3, column=7)


def test_the_sum_of_a_remark_counts_the_points_of_the_budget() -> None:
    funds = ["项目资金", "全年预算数", "全年执行数", "分值", "得分"]
    found = read(
        table([*funds], ["年度资金总额", "100", "80", "10", "8"]),
        table([*HEAD], row("完成率"), ["总分", "", "", "", "", "20", "20", ""]),
    )
    assert "读出的得分合计 18，总计写的是 20，请核对原件或读取结果。" in messages(found)


def test_a_numbered_heading_may_begin_its_text_on_the_same_line() -> None:
    found = only(
        read(
            Para(Style.TITLE, ("2024年度示例项目绩效自评报告",)),
            Para(Style.BODY, ("二、评价结论：自评得分95分，等级为优。",)),
        )
    )
    told = found.narrative.evaluation
    assert told is not None
    assert (told.heading, told.text) == ("二、评价结论", "自评得分95分，等级为优。")
    assert found.stated_score == Decimal(95)


def test_equal_sums_of_a_total_row_are_told_apart_by_their_columns() -> None:
    found = read(table([*HEAD], row("完成率"), ["总分", "", "", "", "", "100", "100", ""]))
    fields = {each.place.column: each.field for each in found.traces[0] if each.of is Traced.TOTAL}
    assert (fields[6], fields[7]) == ("weight", "score")
