"""A mistake in a layout file is named with its line and what to write."""

from pathlib import Path

import pytest

from jiping.domain.errors import PackFault
from jiping.formats.page import TEXT_WIDTH_MM, WIDEST_TEXT_MM
from jiping.rulepack.reading.layouts import read_layout
from jiping.rulepack.strict.yaml import read_yaml

PACKS = Path(__file__).parents[3] / "src/jiping/packs"
STATEMENT = (PACKS / "rugao-2024/layouts/statement.yaml").read_text(encoding="utf-8")


def fault_of(text: str) -> PackFault:
    with pytest.raises(PackFault) as caught:
        read_layout(read_yaml(text.encode(), "表样.yaml"))
    return caught.value


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("form: 情况表", "form: 情况", "可选：情况表、自评报告、自评表"),
        ("confidence: S", "confidence: X", "不在可选范围内"),
        ("{unit}", "{unitt}", "是否想写“unit”"),
        ("  expenditure:", "  expense:", "不认识的事实"),
        ("role: target", "role: goal", "不在可选范围内"),
        ("role: target", "role: actual", "各列用途应互不相同"),
        ("{role: level3,", "{role: name,", "要有 level3 一列"),
        ("width_mm: 34", "width_mm: 34.5", "不是毫米数"),
        ("widths_mm: [24, 20, 32, 24, 32, 24]", "widths_mm: [26, 20]", "列数不够"),
        ('[项目名称, "{project}"]', '[项目名称, "{project}", 多余]', "应为名称、内容两项"),
        ("  - narrative:", "  - story:", "没有写明是哪一种内容"),
        ("      overview:", "      summary:", "不认识的名称"),
        ("basis: practice\n", "", "缺少“basis”"),
    ],
)
def test_a_mistake_is_named_with_its_line(right: str, wrong: str, said: str) -> None:
    assert right in STATEMENT
    fault = fault_of(STATEMENT.replace(right, wrong, 1))
    assert said in str(fault)
    assert fault.place is not None
    assert fault.place.line is not None


@pytest.mark.parametrize("path", sorted(PACKS.glob("*/layouts/*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_layout_is_sound_and_fills_the_type_area(path: Path) -> None:
    layout = read_layout(read_yaml(path.read_bytes(), path.name))
    assert layout.name == path.stem
    for part in layout.parts:
        for block in part.blocks:
            widths = getattr(block, "widths_mm", None) or [each.width_mm for each in getattr(block, "columns", ())]
            assert sum(widths) in (0, TEXT_WIDTH_MM, WIDEST_TEXT_MM)


def test_sections_side_by_side_need_a_width_each() -> None:
    text = (PACKS / "national/layouts/self-evaluation.yaml").read_text(encoding="utf-8")
    assert "应为 3 列" in str(fault_of(text.replace("[18, 69, 69]", "[18, 69]")))
