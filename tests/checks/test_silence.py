"""Texts that are written and yet say nothing."""

import pytest

from builders import YEAR_END
from jiping.checks.silence import says_none, says_something
from jiping.rulepack.load import load_pack

PACK = load_pack("national", YEAR_END)


@pytest.mark.parametrize("text", [None, "", " ", "无", "无。", "0", "/", "——"])
def test_an_empty_answer_says_nothing(text: str | None) -> None:
    assert not says_something(PACK, text)


def test_a_reason_says_something() -> None:
    assert says_something(PACK, "无人报名，停办两期")


@pytest.mark.parametrize("text", ["无。", " 暂无 ", "没有问题！", "无"])
def test_nothing_is_said_in_several_ways(text: str) -> None:
    assert says_none(text, PACK)


@pytest.mark.parametrize("text", ["无法办理。", "暂无资金。", "", "部分人员未收到。"])
def test_a_sentence_that_begins_with_none_says_something(text: str) -> None:
    assert not says_none(text, PACK)
