"""Money: exact, in 元 and 万元, shown without exponent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.money import Money, plain

AMOUNTS = st.decimals(min_value=-(10**15), max_value=10**15, places=6, allow_nan=False)


@given(AMOUNTS)
def test_ten_thousand_yuan_and_back_is_the_same_amount(wan: Decimal) -> None:
    assert Money.from_wan(wan).wan == wan


@given(AMOUNTS, AMOUNTS)
def test_sum_and_difference_undo_each_other(one: Decimal, other: Decimal) -> None:
    assert Money(one) + Money(other) - Money(other) == Money(one)


def test_no_digit_of_a_long_amount_is_lost() -> None:
    digits = "123456789012345678901234567890.12345678"
    assert Money.from_wan(Decimal(digits)).yuan == Decimal("1234567890123456789012345678901234.5678")


def test_amounts_are_ordered_by_value() -> None:
    assert Money(Decimal("9.5")) < Money(Decimal(10))


def test_seed_amounts_add_up() -> None:
    assert Money.from_wan(Decimal("454.2")) + Money.from_wan(Decimal("20.17")) == Money.from_wan(Decimal("474.37"))


def test_money_shows_itself_in_ten_thousand_yuan() -> None:
    assert str(Money(Decimal(3900))) == "0.39 万元"


@pytest.mark.parametrize(
    ("number", "text"),
    [("9.80", "9.8"), ("1E+2", "100"), ("100", "100"), ("0.00", "0"), ("-0.50", "-0.5"), ("1E-7", "0.0000001")],
)
def test_a_number_is_shown_without_exponent_and_idle_zeros(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text
