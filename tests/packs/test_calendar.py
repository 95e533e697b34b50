"""The national calendar against what the yearly notices say of themselves and what the law leaves of a year."""

from datetime import date

import pytest

from jiping.rulepack.calendar import calendar_of
from jiping.rulepack.load import load_pack

CALENDAR = calendar_of(load_pack("national", date(2024, 12, 31)))


@pytest.mark.parametrize(("year", "working_days"), [(2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_as_many_working_days_as_its_legal_holidays_leave(year: int, working_days: int) -> None:
    """Make-up days only move days off: weekdays less the holidays of law that fall on one or are moved to one."""
    eve = CALENDAR.is_working_day(date(year, 1, 1))
    assert eve + CALENDAR.working_days_between(date(year, 1, 1), date(year, 12, 31)) == working_days


@pytest.mark.parametrize("day", sorted(CALENDAR.make_up_days), ids=str)
def test_a_make_up_day_is_a_weekend_day(day: date) -> None:
    assert day.isoweekday() in (6, 7)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2024, 2, 8), 5, date(2024, 2, 21)),  # 9, then 18, a Sunday worked, 19, 20, 21
        (date(2024, 9, 30), 3, date(2024, 10, 10)),
        (date(2025, 9, 26), 3, date(2025, 9, 30)),
        (date(2026, 11, 23), 10, date(2026, 12, 7)),
    ],
)
def test_a_term_over_a_festival_ends_as_counted_by_hand(start: date, days: int, end: date) -> None:
    assert CALENDAR.add_working_days(start, days) == end
