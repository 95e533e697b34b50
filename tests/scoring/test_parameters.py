"""A parameter a pack forgot or misspelt is a fault of the pack, told in plain words."""

from decimal import Decimal
from fractions import Fraction

import pytest

from jiping.domain.errors import PackFault
from jiping.scoring.parameters import choice, number, optional_number, rows


def test_numbers_are_exact() -> None:
    assert number({"step": Decimal("0.1")}, "step") == Fraction(1, 10)


def test_an_absent_optional_number_is_none() -> None:
    assert optional_number({}, "step") is None


@pytest.mark.parametrize("wrong", ["2", True, [1]])
def test_what_is_no_number_is_refused(wrong: object) -> None:
    with pytest.raises(PackFault, match="不是数字"):
        number({"step": wrong}, "step")


def test_a_missing_number_is_named() -> None:
    with pytest.raises(PackFault, match="缺少参数“step”"):
        number({}, "step")


@pytest.mark.parametrize("wrong", [None, [], "90", [90]])
def test_bands_are_a_list_of_named_numbers(wrong: object) -> None:
    with pytest.raises(PackFault, match="应是一个列表"):
        rows({"bands": wrong}, "bands")


def test_a_word_outside_the_choice_is_refused() -> None:
    assert choice({}, "above", ("ratio", "linear")) == "ratio"
    with pytest.raises(PackFault, match="不在可选范围内"):
        choice({"above": "curve"}, "above", ("ratio", "linear"))
