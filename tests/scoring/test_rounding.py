"""Rounding once, exactly, against a slow and plain reference."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.rulepack.rules import Rounding, RoundingMode
from jiping.scoring.rounding import rounded

STEPS = [Decimal(1), Decimal("0.5"), Decimal("0.1"), Decimal("0.01")]
POINTS = st.fractions(min_value=0, max_value=100, max_denominator=2000)


def reference(points: Fraction, rounding: Rounding) -> Fraction:
    """Walk up step by step until the next multiple would be too much, then look at what is left."""
    step = Fraction(rounding.step)
    count = 0
    while (count + 1) * step <= points:
        count += 1
    rest = points - count * step
    above_half, half = rest > step / 2, rest == step / 2
    if rounding.mode is RoundingMode.HALF_UP and (above_half or half):
        count += 1
    if rounding.mode is RoundingMode.HALF_EVEN and (above_half or (half and count % 2)):
        count += 1
    return count * step


@given(POINTS, st.sampled_from(STEPS), st.sampled_from(list(RoundingMode)))
def test_rounding_agrees_with_walking_up_the_steps(points: Fraction, step: Decimal, mode: RoundingMode) -> None:
    rounding = Rounding(step, mode)
    assert Fraction(rounded(points, Decimal(1000), rounding)) == reference(points, rounding)


@pytest.mark.parametrize(
    ("points", "mode", "expected"),
    [
        ("5/2", "floor", "2"),
        ("5/2", "half_up", "3"),
        ("5/2", "half_even", "2"),
        ("7/2", "half_even", "4"),
        ("480/49", "floor", "9"),
        ("480/49", "half_up", "10"),
    ],
)
def test_exact_halves_go_where_the_mode_says(points: str, mode: str, expected: str) -> None:
    assert rounded(Fraction(points), Decimal(10), Rounding(Decimal(1), RoundingMode(mode))) == Decimal(expected)


def test_full_points_are_never_cut() -> None:
    assert rounded(Fraction(25, 2), Decimal("12.5"), Rounding(Decimal(1), RoundingMode.FLOOR)) == Decimal("12.5")


def test_rounding_up_never_passes_the_weight() -> None:
    assert rounded(Fraction(249, 100), Decimal("2.5"), Rounding(Decimal(1), RoundingMode.HALF_UP)) == Decimal(2)
    assert rounded(Fraction(149, 100), Decimal("1.5"), Rounding(Decimal(1), RoundingMode.HALF_UP)) == Decimal(1)
    assert rounded(Fraction(14, 10), Decimal("1.45"), Rounding(Decimal("0.5"), RoundingMode.HALF_UP)) == Decimal("1.45")


def test_points_show_the_decimals_of_the_step() -> None:
    assert str(rounded(Fraction(480, 49), Decimal(10), Rounding(Decimal("0.01"), RoundingMode.HALF_UP))) == "9.80"
