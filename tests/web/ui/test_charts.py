"""Charts are text: what is drawn can be read, nothing inline that a strict policy blocks, nothing outside its frame."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jiping.web.ui.charts.bars import Bar, columns, rows
from jiping.web.ui.charts.frame import WIDE
from jiping.web.ui.charts.trend import Line, Scale, trend

SCALE = Scale(Decimal(0), Decimal(100))
WORDS = st.text(alphabet="项目<>&\"'{}%", min_size=1, max_size=20)
SIZES = st.decimals(0, 10**6, places=2)
BARS = st.lists(st.builds(Bar, WORDS, SIZES, WORDS), max_size=12)


def bar(label: str, size: str, note: str = "") -> Bar:
    return Bar(label, Decimal(size), note or size)


def test_the_greatest_column_fills_the_height_and_the_others_keep_the_ratio() -> None:
    drawn = columns("分布", [bar("80", "5"), bar("90", "10")])
    assert re.findall(r'<rect[^>]*height="(\d+)"', drawn) == ["70", "140"]


def test_a_chart_says_in_words_what_it_shows() -> None:
    assert 'aria-label="分布：80 5；90 10"' in columns("分布", [bar("80", "5"), bar("85", "0"), bar("90", "10")])
    assert 'aria-label="分布：没有数据"' in columns("分布", [])


def test_a_level_bar_ends_where_the_full_mark_says() -> None:
    (width,) = re.findall(r'<rect[^>]*width="(\d+)"', rows("得分率", [bar("质量", "50")], Decimal(100)))
    assert int(width) * 2 == WIDE - 168 - 64


@given(BARS)
def test_whatever_is_named_the_chart_is_well_formed_and_inside_its_frame(bars: list[Bar]) -> None:
    for drawn in (columns("<标题>", bars), rows("<标题>", bars)):
        root = etree.fromstring(drawn)
        height = int(root.attrib["viewBox"].split()[-1])
        for each in root.iter("rect"):
            assert 0 <= int(each.attrib["x"]) <= int(each.attrib["x"]) + int(each.attrib["width"]) <= WIDE
            assert 0 <= int(each.attrib["y"]) <= int(each.attrib["y"]) + int(each.attrib["height"]) <= height
        assert "style=" not in drawn


@pytest.mark.parametrize(("value", "height"), [("0", 158), ("50", 88), ("100", 18), ("250", 18), ("-3", 158)])
def test_a_point_stands_where_its_value_says_and_never_outside(value: str, height: int) -> None:
    drawn = trend("走势", ["2024"], [Line("甲", (Decimal(value),))], SCALE)
    assert f'cy="{height}"' in drawn


def test_a_year_without_a_value_leaves_a_gap_and_the_last_known_one_is_told() -> None:
    drawn = trend("走势", ["2022", "2023", "2024"], [Line("甲", (Decimal(90), None, Decimal(80)))], SCALE)
    assert drawn.count("<circle") == 2
    assert "甲 80.00" in drawn


def test_names_of_lines_that_end_together_do_not_cover_each_other() -> None:
    drawn = trend("走势", ["2024"], [Line(name, (Decimal(90),)) for name in "甲乙丙"], SCALE)
    heights = [int(each) for each in re.findall(r'y="(\d+)" class="key', drawn)]
    assert min(b - a for a, b in pairwise(heights)) >= 15
