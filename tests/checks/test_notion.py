"""Which names mean one notion, and which do not."""

import pytest

from builders import YEAR_END
from jiping.checks.category import Category, category_of
from jiping.checks.notion import bare, is_generic, notion_of
from jiping.domain.filing import Indicator
from jiping.rulepack.load import load_pack

PACK = load_pack("national", YEAR_END)


def row(level2: str | None, level3: str, level1: str | None = None) -> Indicator:
    return Indicator(level1, level2, level3)


@pytest.mark.parametrize(
    ("name", "standard"),
    [("资金执行率", "预算执行率"), ("项目立项充分性", "立项依据充分性"), ("预算执行率", "预算执行率")],
)
def test_a_known_name_has_the_prescribed_one(name: str, standard: str) -> None:
    notion = notion_of(PACK, row("资金管理", name))
    assert (notion.name, notion.is_official) == (standard, True)


def test_a_part_of_a_name_tells_its_notion_only_in_its_category() -> None:
    assert notion_of(PACK, row("时效指标", "及时发放贷款")).standard == "完成及时性"
    assert notion_of(PACK, row("社会效益指标", "及时发放贷款")).standard is None


def test_a_name_any_project_may_use_is_generic_and_a_longer_one_is_not() -> None:
    assert is_generic(PACK, row("质量指标", "质量达标率"))
    assert not is_generic(PACK, row("质量指标", "社保业务服务质量达标率"))


def test_filler_words_do_not_tell_names_apart_but_subjects_do() -> None:
    assert bare(PACK, "社保业务正常开展") == bare(PACK, "社保工作正常开展。")
    assert bare(PACK, "职工参保人数") != bare(PACK, "居民参保人数")


@pytest.mark.parametrize(
    ("level2", "category"),
    [
        ("产出数量", Category.QUANTITY),
        ("质量指标(5分)", Category.QUALITY),
        ("成本指标 10分", Category.COST),
        ("经济成本指标", Category.COST),
        ("经济效益", Category.ECONOMIC),
        ("服务对象满意度指标等", Category.SATISFACTION),
        ("资金管理", None),
    ],
)
def test_a_category_is_known_by_any_of_its_names(level2: str, category: Category | None) -> None:
    assert category_of(PACK, row(level2, "某指标")) is category


def test_a_row_without_second_level_belongs_to_its_first_level() -> None:
    assert category_of(PACK, row(None, "某指标", level1="满意度指标")) is Category.SATISFACTION
