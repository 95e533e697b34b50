"""Editions of a calendar read as one, and refused when a span between them is missing."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from jiping.domain.errors import PackFault
from jiping.rulepack.calendar import calendar_of
from jiping.rulepack.load import load_pack

SOUND = Path(__file__).parent / "sound"
DAY = date(2024, 12, 31)
EDITION = (
    "- {{from: {year}-01-01, until: {year}-12-31, basis: practice, confidence: A, confirmed_on: 2026-11-23,"
    " holidays: [{year}-10-01], make_up_days: []}}\n"
)


def test_the_calendar_reaches_over_every_edition_whatever_day_the_pack_is_of(tmp_path: Path) -> None:
    calendar = calendar_of(load_pack(_pack(tmp_path, 2027, 2028), DAY, [tmp_path]))
    assert (calendar.first, calendar.last) == (date(2027, 1, 1), date(2028, 12, 31))
    assert calendar.holidays == {date(2027, 10, 1), date(2028, 10, 1)}


def test_a_year_left_out_between_two_is_told_with_its_place(tmp_path: Path) -> None:
    pack = load_pack(_pack(tmp_path, 2027, 2029), DAY, [tmp_path])
    with pytest.raises(PackFault, match="2027-12-31 与 2029-01-01 之间没有放假安排") as raised:
        calendar_of(pack)
    assert raised.value.place is not None
    assert raised.value.place.line == 3


def _pack(folder: Path, *years: int) -> str:
    shutil.copytree(SOUND, folder / "sound")
    text = "calendar:\n" + "".join(EDITION.format(year=year) for year in years)
    (folder / "sound" / "calendar.yaml").write_text(text, encoding="utf-8")
    return "sound"
