"""A blank filing shows what to fill in and reads back as silence."""

from datetime import date
from decimal import Decimal

import pytest

from jiping.domain.filing import Filing, Form, Narrative, SignOff
from jiping.exchange.blank import blank
from jiping.exchange.yaml import read
from jiping.rulepack.load import load_pack
from jiping.rulepack.pack import RulePack

DAY = date(2024, 12, 31)


@pytest.fixture
def rugao() -> RulePack:
    return load_pack("rugao-2024", DAY)


@pytest.mark.parametrize("name", ["national", "jiangsu", "rugao-2024"])
def test_what_nobody_filled_in_is_none(name: str) -> None:
    (filing,) = read(blank(load_pack(name, DAY), "示例项目", "示例单位", 2024), "空白.yaml")
    rows, funds = filing.rows, filing.funds
    assert filing == Filing("示例项目", "示例单位", 2024, filing.form, rows=rows, funds=funds)
    assert filing.narrative == Narrative()
    assert filing.sign_off == SignOff()
    assert {(row.target, row.actual, row.score, row.reason) for row in rows} == {(None,) * 4}
    assert {(line.full_year, line.executed, line.rate, line.score) for line in funds} <= {(None,) * 4}


def test_the_rows_of_the_pack_stand_ready(rugao: RulePack) -> None:
    (filing,) = read(blank(rugao, "示例项目"), "空白.yaml")
    assert len(filing.rows) == 20
    assert sum(row.weight or 0 for row in filing.rows) == Decimal(100)
    assert filing.funds == ()


def test_the_national_form_has_its_budget_block() -> None:
    (filing,) = read(blank(load_pack("national", DAY), "示例项目"), "空白.yaml")
    assert filing.form is Form.TABLE
    assert [(line.name, line.weight) for line in filing.funds][:2] == [
        ("年度资金总额", Decimal(10)),
        ("其中：当年财政拨款", None),
    ]


def test_the_local_form_is_that_of_the_local_pack(rugao: RulePack) -> None:
    (filing,) = read(blank(rugao, "示例项目"), "空白.yaml")
    assert filing.form is Form.STATEMENT


def test_headings_are_those_of_the_form(rugao: RulePack) -> None:
    assert "  problems: 四、存在问题\n" in blank(rugao, "示例项目")
    assert "  problems: 四、存在的问题\n" in blank(rugao, "示例项目", form=Form.REPORT)


def test_a_filled_blank_takes_its_heading_from_the_form(rugao: RulePack) -> None:
    text = blank(rugao, "示例项目").replace("  problems:\n", "  problems: 无。\n", 1)
    (filing,) = read(text, "空白.yaml")
    assert filing.narrative.problems is not None
    assert (filing.narrative.problems.heading, filing.narrative.problems.text) == ("四、存在问题", "无。")


def test_every_fact_that_can_be_bound_is_named_in_the_comments(rugao: RulePack) -> None:
    text = blank(rugao, "示例项目")
    assert "expenditure 项目支出" in text
    assert "{{expenditure=6 万元}}" in text
    assert "{{=}}" in text
