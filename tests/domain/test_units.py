"""Units: one spelling each, exact conversion, and none between things that differ."""

from fractions import Fraction

import pytest

from jiping.domain.units import factor, is_measure_word, spelled


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("次宣传", "次"),
        ("人次", "人次"),
        ("工作日", "个工作日"),
        ("个工作日", "个工作日"),
        ("个月", "个月"),
        ("日", "天"),
        ("㎡", "平方米"),
        ("km", "公里"),
        ("百分比", "%"),
        ("元/人*月", "元/人·月"),
        ("帕斯卡", "帕斯卡"),
    ],
)
def test_a_unit_has_one_spelling(written: str, usual: str) -> None:
    assert spelled(written) == usual


@pytest.mark.parametrize(
    ("unit", "into", "times"),
    [
        ("公里", "米", Fraction(1000)),
        ("公顷", "亩", Fraction(15)),
        ("亩", "公顷", Fraction(1, 15)),
        ("小时", "分钟", Fraction(60)),
        ("年", "个月", Fraction(12)),
        ("吨", "斤", Fraction(2000)),
    ],
)
def test_conversion_is_exact(unit: str, into: str, times: Fraction) -> None:
    assert factor(unit, into) == times


@pytest.mark.parametrize(
    ("unit", "into"), [("米", "平方米"), ("个工作日", "天"), ("个月", "天"), ("人", "人次"), ("个", "件")]
)
def test_what_measures_different_things_is_not_converted(unit: str, into: str) -> None:
    assert factor(unit, into) is None


def test_a_noun_is_no_measure_word() -> None:
    assert is_measure_word("次宣传")
    assert not is_measure_word("事故")
