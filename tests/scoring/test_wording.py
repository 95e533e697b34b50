"""Numbers in a derivation are exact or visibly cut."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.scoring.wording import amount, shown


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("480/49", "9.7959…"),
        ("9", "9"),
        ("49/5", "9.8"),
        ("1/10000", "0.0001"),
        ("1/100000", "0.0000…"),
        ("-1/3", "-0.3333…"),
    ],
)
def test_a_number_is_cut_not_rounded(number: str, text: str) -> None:
    assert shown(Fraction(number)) == text


@given(st.fractions(min_value=0))
def test_what_is_shown_is_never_more_than_the_number(number: Fraction) -> None:
    text = shown(number)
    gap = number - Fraction(text.rstrip("…"))
    assert (gap == 0) if not text.endswith("…") else (0 < gap < Fraction(1, 10_000))


def test_an_amount_keeps_every_digit_of_fen() -> None:
    assert amount(Fraction("41.268051"), "万元") == "41.268051 万元"
    assert amount(Fraction(98), "") == "98"
