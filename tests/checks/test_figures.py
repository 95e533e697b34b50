"""Arithmetic behind the checks: shares of whole people, rates rounded and cut."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.checks.execution_rate import Reading, read_rate, shown
from jiping.checks.payments import last_digit
from jiping.checks.prose import amounts
from jiping.checks.satisfaction.percentage_is_possible import smallest_sample

TOLERANCE = Decimal("0.01")


@pytest.mark.parametrize(
    ("percent", "fewest"), [("97", 29), ("96", 23), ("98", 40), ("50", 2), ("100", 1), ("0", 1), ("96.67", 30)]
)
def test_fewest_answers_that_round_to_a_percentage(percent: str, fewest: int) -> None:
    assert smallest_sample(Decimal(percent)) == fewest


@given(answers=st.integers(1, 400), data=st.data())
def test_a_share_of_real_answers_never_needs_more_than_there_were(answers: int, data: st.DataObject) -> None:
    satisfied = data.draw(st.integers(0, answers))
    percent = Decimal(int(Fraction(satisfied * 100, answers) + Fraction(1, 2)))
    fewest = smallest_sample(percent)
    assert fewest is not None
    assert fewest <= answers


@pytest.mark.parametrize("percent", ["97.123", "100.5", "-3"])
def test_percentages_no_survey_gives_have_no_answer(percent: str) -> None:
    assert smallest_sample(Decimal(percent)) is None


@given(executed=st.integers(0, 10**9), budget=st.integers(1, 10**9))
def test_a_rate_shown_with_two_decimals_reads_as_right(executed: int, budget: int) -> None:
    rate = Fraction(executed, budget)
    assert read_rate(Decimal(shown(rate)), rate, TOLERANCE) is Reading.RIGHT


@pytest.mark.parametrize(
    ("stated", "reading"),
    [
        ("31.08", Reading.RIGHT),
        ("31.1", Reading.RIGHT),
        ("31", Reading.RIGHT),
        ("31.00", Reading.CUT),
        ("31.80", Reading.WRONG),
        ("30", Reading.WRONG),
    ],
)
def test_a_rate_is_right_cut_or_wrong(stated: str, reading: Reading) -> None:
    assert read_rate(Decimal(stated), Fraction(3108, 10000), TOLERANCE) is reading


@pytest.mark.parametrize(
    ("text", "worth"), [("454.2万元", "1000"), ("20.17 万元", "100"), ("1000元", "1"), ("0元", "1")]
)
def test_the_last_stated_digit_has_a_worth(text: str, worth: str) -> None:
    (mention,) = amounts(text)
    assert last_digit(mention) == Decimal(worth)
