"""One year of an account: the check vector of the rules, and every opening, month and rate against them."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiping.programmes.personal_statement.account import Method, Year, closing
from programmes.personal_statement.reference import closing_balance

MEAN = Fraction(1083, 2000)


def _closing(opening: int, credited: Mapping[int, int], percent: Decimal, by: str, months: int = 12) -> int:
    principal = sum(credited.values())
    product = sum(amount * max(0, months - month + 1) for month, amount in credited.items())
    fen = ibis.memtable([(opening, principal, product, months)], columns=["opening", "principal", "product", "months"])
    year = Year(fen.principal, fen.product, fen.months)
    balance = closing(fen.opening, year, Fraction(percent) / 100, Method(by, MEAN))
    return int(ibis.duckdb.connect().to_pyarrow(fen.select(balance=balance))["balance"][0].as_py())


@pytest.mark.parametrize(("by", "interest"), [("monthly", 1703), ("yearly", 1702), ("none", 0)])
def test_a_hundred_yuan_a_month_at_2_62_percent(by: str, interest: int) -> None:
    credited = dict.fromkeys(range(1, 13), 100_00)
    assert sum(amount * (13 - month) for month, amount in credited.items()) == 7_800_00
    assert _closing(0, credited, Decimal("2.62"), by) == 1200_00 + interest


@pytest.mark.parametrize(("opening", "interest"), [(100, 4), (150, 5), (149, 4)])
def test_half_a_fen_is_rounded_up_once(opening: int, interest: int) -> None:
    assert _closing(opening, {}, Decimal("3.50" if opening == 100 else "3.00"), "monthly") == opening + interest


def test_months_are_not_rounded_one_by_one() -> None:
    credited = dict.fromkeys(range(1, 13), 20)
    assert _closing(0, credited, Decimal("2.00"), "monthly") == 240 + 3  # each month alone would round to 0


def test_an_account_that_stops_in_june_earns_half_a_year_on_its_opening() -> None:
    assert _closing(10_000_00, {}, Decimal("4.00"), "yearly", months=6) == 10_200_00


@given(
    opening=st.integers(0, 100_000_000_00),
    credited=st.dictionaries(st.integers(1, 12), st.integers(0, 10_000_00)),
    percent=st.integers(0, 20_00),
    by=st.sampled_from(["monthly", "yearly", "none"]),
    months=st.integers(0, 12),
)
@settings(max_examples=60, deadline=None)
def test_a_year_is_that_of_the_rules(
    opening: int, credited: dict[int, int], percent: int, by: str, months: int
) -> None:
    yuan = {month: Decimal(amount) / 100 for month, amount in credited.items()}
    told = closing_balance(Decimal(opening) / 100, yuan, Decimal(percent) / 100, by, months)
    assert Decimal(_closing(opening, credited, Decimal(percent) / 100, by, months)) / 100 == told
