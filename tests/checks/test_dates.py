"""Months as forms write them."""

import pytest

from jiping.checks.dates import year_month


@pytest.mark.parametrize("text", ["2024 年 1 月", "2024年1月", "2024-01", "2024.1", "2024/1/15", "2024年01月31日"])
def test_every_way_of_writing_a_month_is_read(text: str) -> None:
    assert year_month(text) == (2024, 1)


@pytest.mark.parametrize("text", ["", "202年1月11日", "2024", "2024年13月", "一月", "2024年"])
def test_what_names_no_month_is_not_read_as_one(text: str) -> None:
    assert year_month(text) is None
