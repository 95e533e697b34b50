"""A list is posted, masked, for its term of working days before it is approved."""

from datetime import date
from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.payments.ledger import ledger
from jiping.payments.notice import last_day, post, posted_since, require_posted, rows
from jiping.rulepack.calendar import calendar_of
from payments.answers import RULES
from payments.lists import draft

CALENDAR = calendar_of(RULES)
POSTED = date(2024, 4, 2)  # the Tuesday before 清明节: a Thursday to Saturday off, and the Sunday worked


def test_the_term_counts_working_days_after_the_day_of_posting() -> None:
    assert last_day(POSTED, 5, CALENDAR) == date(2024, 4, 10)


def test_a_list_is_approved_only_after_its_term(tmp_path: Path) -> None:
    posted = draft(tmp_path, 1).list
    require_posted(posted, POSTED, 5, CALENDAR, date(2024, 4, 11))
    require_posted(posted, None, 0, CALENDAR, POSTED)
    with pytest.raises(JipingError, match="到 2024-04-10 才满 5 个工作日"):
        require_posted(posted, POSTED, 5, CALENDAR, date(2024, 4, 10))
    with pytest.raises(JipingError, match="还没有公示"):
        require_posted(posted, None, 5, CALENDAR, date(2024, 4, 11))


def test_posting_again_keeps_the_first_day(tmp_path: Path) -> None:
    posted = draft(tmp_path, 1).list
    with ledger(tmp_path) as con:
        assert posted_since(con, posted) is None
        assert post(con, posted, POSTED) == POSTED
        assert post(con, posted, date(2024, 4, 9)) == POSTED


def test_a_list_is_neither_posted_nor_approved_before_it_was_drawn_up(tmp_path: Path) -> None:
    posted, day_before = draft(tmp_path, 1).list, date(2024, 3, 31)
    with ledger(tmp_path) as con:
        with pytest.raises(JipingError, match="还没有名单"):
            post(con, posted, day_before)
        assert posted_since(con, posted) is None
    with pytest.raises(JipingError, match="还没有名单"):
        require_posted(posted, None, 0, CALENDAR, day_before)


def test_the_notice_hides_who_exactly_and_where_the_money_goes(tmp_path: Path) -> None:
    made = draft(tmp_path, 1)
    (row,) = rows(made, {"new": "新增缴费补助"})
    assert row == (1, "甲**", "110105********002X", "新增缴费补助", 2023, "1000.00")
