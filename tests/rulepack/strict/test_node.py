"""A node gives what is asked for, or says what stands there instead."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from jiping.domain.errors import PackFault
from jiping.rulepack.strict.node import Node
from jiping.rulepack.strict.yaml import read_yaml


class Colour(StrEnum):
    RED = "红色"
    BLUE = "蓝色"


TOP = read_yaml(
    """\
title: 示例
amount: 9.80
day: 2024-12-31
sure: true
colour: 红色
words: [甲, 乙]
blank:
part:
  inner: 1
""".encode(),
    "表.yaml",
)
PARTS = dict(TOP.items())


def test_every_shape_is_read() -> None:
    assert PARTS["title"].text() == "示例"
    assert PARTS["amount"].decimal() == Decimal("9.80")
    assert PARTS["amount"].written() == "9.80"
    assert PARTS["day"].day() == date(2024, 12, 31)
    assert PARTS["sure"].flag() is True
    assert PARTS["colour"].choice(Colour) is Colour.RED
    assert PARTS["words"].texts() == ("甲", "乙")
    assert PARTS["blank"].written() is None
    assert PARTS["part"].mapping(required=("inner",))["inner"].decimal() == 1


def test_lines_and_paths_lead_to_the_value() -> None:
    inner = PARTS["part"].mapping(required=("inner",))["inner"]
    assert (inner.line, inner.path) == (9, "part.inner")
    second = PARTS["words"].list()[1]
    assert (second.line, second.path) == (6, "words[2]")


@pytest.mark.parametrize(
    ("name", "ask", "said"),
    [
        ("title", Node.decimal, "第 1 行：“title”应为数字，现为文字“示例”。"),
        (
            "amount",
            Node.text,
            '第 2 行：“amount”应为文字，现为数字“9.80”。请写成文字；数字、日期要当文字用时请加引号，如 "9.80"。',
        ),
        ("amount", Node.day, "第 2 行：“amount”应为日期，现为数字“9.80”。"),
        ("sure", Node.list, "第 4 行：“sure”应为一个列表，现为是否“true”。"),
        ("words", Node.flag, "第 6 行：“words”应为true 或 false，现为列表。"),
        ("blank", Node.text, "第 7 行：“blank”应为文字，现为空白。"),
        ("part", Node.written, "第 8 行：“part”应为一个值，现为一组“名称: 值”。"),
        ("day", Node.mapping, "第 3 行：“day”应为一组“名称: 值”，现为日期“2024-12-31”。"),
    ],
)
def test_another_shape_is_told_with_line_and_remedy(name: str, ask: Callable[[Node], object], said: str) -> None:
    with pytest.raises(PackFault) as raised:
        ask(PARTS[name])
    assert str(raised.value).startswith(f"表.yaml {said}")
    assert raised.value.remedy


def test_an_unknown_name_is_answered_with_the_nearest_known_one() -> None:
    with pytest.raises(PackFault, match=r"“part.inner”是不认识的名称。是否想写“inne”？可用的名称：inne、other。"):
        PARTS["part"].mapping(required=("inne",), optional=("other",))


def test_a_missing_name_is_told() -> None:
    with pytest.raises(PackFault, match=r"“part”缺少“outer”。请补写“outer: …”。"):
        PARTS["part"].mapping(required=("inner", "outer"))


def test_a_choice_outside_the_list_names_the_list() -> None:
    with pytest.raises(PackFault, match=r"写的“示例”不在可选范围内。可选：红色、蓝色。"):
        PARTS["title"].choice(Colour)
