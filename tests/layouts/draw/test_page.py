"""The page a form draws, cell by cell."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from jiping.domain.document import Cell, Para, Role, Style, Table
from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing, Form, FundLine, Indicator, Narrative, Section, SignOff, Waiver
from jiping.domain.layout import Layout, NarrativeBlock
from jiping.domain.money import Money
from jiping.layouts.draw.page import draw, layout_for
from layouts.seed import read_plain, seed_text
from layouts.test_round_trip import FORMS, layout


def seed() -> Filing:
    return read_plain(seed_text()).filings[0]


def paras(filing: Filing, form: Layout) -> list[Para]:
    return [block for part in draw(filing, form).parts for block in part.blocks if isinstance(block, Para)]


def scores(filing: Filing, grade: str | None = None, form: str = "statement") -> Table:
    tables = [block for block in draw(filing, layout(form), grade).parts[-1].blocks if isinstance(block, Table)]
    return tables[-1]


def spans(row: tuple[Cell, ...]) -> list[tuple[str, int, int]]:
    return [(cell.text, cell.rowspan, cell.colspan) for cell in row]


def test_the_header_of_the_score_table_has_two_rows() -> None:
    table = scores(seed())
    assert table.header_rows == 2
    assert spans(table.rows[0])[:2] == [("评价指标", 1, 3), ("年初指标值", 2, 1)]
    assert spans(table.rows[1]) == [("一级指标", 1, 1), ("二级指标", 1, 1), ("三级指标", 1, 1)]


def test_levels_are_merged_over_their_rows() -> None:
    rows = scores(seed()).rows[2:]
    assert spans(rows[0])[:3] == [("决策指标", 6, 1), ("项目立项", 2, 1), ("项目立项充分性", 1, 1)]
    assert spans(rows[1])[0] == ("立项程序规范性", 1, 1)
    assert spans(rows[8])[0] == ("预算使用合规性", 1, 1)


def test_equal_names_under_different_parents_are_not_merged() -> None:
    rows = tuple(Indicator(level1, "其他指标", name) for level1, name in (("产出指标", "甲"), ("效益指标", "乙")))
    assert [cell.rowspan for row in scores(replace(seed(), rows=rows)).rows[2:4] for cell in row] == [1] * 16


def test_sums_that_add_up_are_totals_and_others_are_plain_numbers() -> None:
    right, wrong = scores(seed()).rows[-1], scores(replace(seed(), total_score=Decimal(98))).rows[-1]
    assert [(cell.text, cell.role) for cell in right] == [
        ("总计", Role.TOTAL),
        ("100", Role.TOTAL),
        ("99", Role.TOTAL),
        ("等级：优", Role.TOTAL),
    ]
    assert (wrong[2].text, wrong[2].role) == ("98", Role.NUMBER)


def test_a_computed_grade_takes_the_place_of_the_stated_one() -> None:
    assert scores(seed(), grade="良").rows[-1][-1].text == "等级：良"


def test_numbers_keep_every_digit() -> None:
    row = Indicator("产出指标", "数量指标", "完成率", weight=Decimal("10.0"), score=Decimal("9.80"))
    assert [cell.text for cell in scores(replace(seed(), rows=(row,))).rows[2]][5:7] == ["10.0", "9.80"]


def test_absent_values_are_empty_cells() -> None:
    assert [cell.text for cell in scores(Filing(None, rows=(Indicator(None, None, "完成率"),))).rows[2]] == [
        "",
        "",
        "完成率",
        *[""] * 5,
    ]


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_filing_is_drawn_as_a_blank_form(form: str) -> None:
    drawn = paras(Filing(None), layout(form))
    assert drawn[0].style is Style.TITLE
    assert drawn[-1].texts == ("单位负责人：", "填报人：", "联系电话：", "填报日期：")
    assert all("{" not in text for para in drawn for text in para.texts)


@pytest.mark.parametrize("form", FORMS)
def test_a_blank_form_shows_every_heading_and_no_text(form: str) -> None:
    blocks = [block for part in layout(form).parts for block in part.blocks if isinstance(block, NarrativeBlock)]
    headings = [names[0] for block in blocks for names in block.headings.values()]
    assert [para.text for para in paras(Filing(None), layout(form)) if para.style is Style.HEADING1] == headings


def test_a_report_is_titled_with_year_unit_and_project() -> None:
    filing = Filing("示例项目", "示例单位", 2024, Form.REPORT)
    assert paras(filing, layout("report"))[0].text == "2024 年示例单位示例项目项目资金绩效自评报告"


def test_a_title_of_another_form_is_not_carried_over() -> None:
    assert paras(seed(), layout("self-evaluation"))[0].text == "项目支出绩效自评表"


def test_numbered_lines_of_a_report_are_headings_below_the_first() -> None:
    text = "（一）项目概况\n做了很多事。\n1、项目特点分析\n1、这一句有句号。"
    filing = Filing(None, narrative=Narrative(overview=Section("一、项目情况", text)))
    assert [para.style for para in paras(filing, layout("report"))[1:6]] == [
        Style.HEADING1,
        Style.HEADING2,
        Style.BODY,
        Style.HEADING3,
        Style.BODY,
    ]


def test_the_budget_block_is_drawn_only_with_fund_lines() -> None:
    line = FundLine("年度资金总额", executed=Money.from_wan(Decimal("474.37")), rate=Decimal(100))
    with_funds = draw(Filing(None, funds=(line,)), layout("self-evaluation")).parts[0].blocks
    tables = [block for block in with_funds if isinstance(block, Table)]
    assert [cell.text for cell in tables[1].rows[1]] == ["年度资金总额", "", "", "474.37", "", "100%", ""]
    assert len([b for b in draw(Filing(None), layout("self-evaluation")).parts[0].blocks if isinstance(b, Table)]) == 3


def test_what_a_form_has_no_place_for_is_left_out() -> None:
    waiver = Waiver("AR01", "已核实", "张某", date(2025, 4, 8))
    assert draw(replace(seed(), waivers=(waiver,)), layout("statement")) == draw(seed(), layout("statement"))


def test_signatures_stand_where_they_are_known() -> None:
    filing = replace(seed(), sign_off=SignOff(preparer="张某", dated="2025 年 4 月 8 日"))
    assert paras(filing, layout("statement"))[-1].texts == (
        "单位负责人：",
        "填报人：张某",
        "联系电话：",
        "填报日期：2025 年 4 月 8 日",
    )


def test_a_form_without_a_layout_is_refused_by_name() -> None:
    with pytest.raises(JipingError, match=r"没有“自评报告”的表样.*statement"):
        layout_for(Filing(None, form=Form.REPORT), [layout("statement")])
