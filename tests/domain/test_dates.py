"""Working days, over an invented week: Wednesday is a holiday, Saturday is worked for it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.dates import Calendar
from jiping.domain.errors import OutsideDates

MONDAY = date(2024, 3, 4)
WEDNESDAY, SATURDAY, SUNDAY = (MONDAY + timedelta(days=each) for each in (2, 5, 6))
CALENDAR = Calendar(frozenset({WEDNESDAY}), frozenset({SATURDAY}), date(2024, 1, 1), date(2024, 12, 31))
days = st.dates(date(2024, 1, 1), date(2024, 10, 31))


def test_a_holiday_and_a_weekend_are_off_and_a_make_up_day_is_worked() -> None:
    assert CALENDAR.is_working_day(MONDAY)
    assert not CALENDAR.is_working_day(WEDNESDAY)
    assert CALENDAR.is_working_day(SATURDAY)
    assert not CALENDAR.is_working_day(SUNDAY)


def test_the_day_a_term_begins_is_not_counted() -> None:
    assert CALENDAR.add_working_days(MONDAY, 1) == date(2024, 3, 5)
    assert CALENDAR.add_working_days(MONDAY, 2) == date(2024, 3, 7)
    assert CALENDAR.add_working_days(SUNDAY, 1) == date(2024, 3, 11)


def test_a_term_of_no_days_ends_where_it_begins() -> None:
    assert CALENDAR.add_working_days(SUNDAY, 0) == SUNDAY


def test_no_working_day_lies_between_a_day_and_an_earlier_one() -> None:
    assert CALENDAR.working_days_between(SATURDAY, MONDAY) == 0


def test_a_term_that_leaves_the_calendar_names_the_days_known() -> None:
    with pytest.raises(OutsideDates, match="2024-01-01 至 2024-12-31") as raised:
        CALENDAR.add_working_days(date(2024, 12, 30), 5)
    assert "2025 年" in raised.value.remedy


@given(days, st.integers(1, 30))
def test_a_term_ends_on_a_working_day_and_counts_back(start: date, length: int) -> None:
    end = CALENDAR.add_working_days(start, length)
    assert CALENDAR.is_working_day(end)
    assert CALENDAR.working_days_between(start, end) == length


@given(days, days, days)
def test_working_days_of_adjoining_spans_add_up(one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    whole = CALENDAR.working_days_between(first, last)
    assert whole == CALENDAR.working_days_between(first, middle) + CALENDAR.working_days_between(middle, last)
