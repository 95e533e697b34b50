"""The small drawing of scores: every filing is in one bar, and the crowd is named."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.web.review.selectors.histogram import Histogram


@given(st.dictionaries(st.integers(0, 120), st.integers(1, 10_000)))
def test_every_filing_stands_in_exactly_one_bar(points: dict[int, int]) -> None:
    bars = Histogram(points).bars
    assert sum(each.number for each in bars) == sum(points.values())
    assert all((each.height > 0) is (each.number > 0) for each in bars)
    assert all(each.top >= 0 for each in bars)


@pytest.mark.parametrize(
    ("points", "crowd"),
    [
        ({}, None),
        ({99: 3}, ("99", Decimal(100))),
        ({98: 2, 99: 4, 90: 4}, ("98–99", Decimal(60))),
        ({40: 9, 97: 1}, ("<85", Decimal(90))),
        ({104: 1}, ("100", Decimal(100))),
    ],
)
def test_the_two_fullest_neighbours_are_named_with_their_share(
    points: dict[int, int], crowd: tuple[str, Decimal] | None
) -> None:
    assert Histogram(points).crowd == crowd
