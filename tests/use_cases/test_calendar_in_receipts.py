"""A figure of timeliness names the calendar its working days were counted by, and keeps it."""

from pathlib import Path

import pytest

from jiping.datasets.receipt import dump_receipt
from jiping.domain.errors import JipingError
from jiping.domain.measurement import Measurement
from jiping.rulepack.shelf import BUILT_IN
from jiping.synthetic.county import County
from jiping.use_cases.generate import generate
from jiping.use_cases.measure import measure
from jiping.use_cases.receipt import open_rows
from jiping.use_cases.receipts import reference_path
from jiping.use_cases.replay import replay

_NEW_YEAR = "  - 2024-01-01\n"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("数据") / "county"
    generate(County(persons=1_000), folder, lambda _: None)
    return folder


def pack(folder: Path, calendar: str) -> Path:
    (folder / "本县").mkdir(parents=True)
    (folder / "本县" / "pack.yaml").write_text(
        (BUILT_IN / "rugao-2024" / "pack.yaml").read_text().replace("name: rugao-2024", "name: 本县"), encoding="utf-8"
    )
    (folder / "本县" / "calendar.yaml").write_text(calendar, encoding="utf-8")
    return folder


def measured(code: str, county: Path, folder: Path) -> Measurement:
    found = measure("operating_expense", 2024, county, "本县", folders=(folder,))
    return next(each for each in found.figures if each.code == code)


def test_what_is_counted_in_working_days_names_its_calendar_and_nothing_else_does(county: Path, tmp_path: Path) -> None:
    folder = pack(tmp_path, (BUILT_IN / "national" / "calendar.yaml").read_text())
    assert [each.table for each in measured("OE03", county, folder).references] == ["working_days"]
    without = measured("OE01", county, folder)
    assert without.references == ()
    assert b"references" not in dump_receipt(without)  # a receipt written before calendars were named keeps its number


def test_a_calendar_that_changed_is_noticed_and_the_one_of_then_is_still_counted_by(
    county: Path, tmp_path: Path
) -> None:
    calendar = (BUILT_IN / "national" / "calendar.yaml").read_text()
    assert calendar.count(_NEW_YEAR) == 1
    before, after = pack(tmp_path / "前", calendar), pack(tmp_path / "后", calendar.replace(_NEW_YEAR, ""))
    kept = measured("OE04", county, before)
    assert replay(kept.id, county, (before,)).drift == ()
    found = replay(kept.id, county, (after,))
    assert found.stands
    assert [each.partition("由")[0] for each in found.drift if "日历" in each] == ["工作日历"]


def test_a_calendar_altered_by_hand_proves_nothing(county: Path, tmp_path: Path) -> None:
    folder = pack(tmp_path, (BUILT_IN / "national" / "calendar.yaml").read_text())
    kept = measured("OE03", county, folder)
    path = reference_path(kept.references[0], county)
    text = path.read_text()
    path.write_text(text.replace(",1,", ",0,", 1))
    try:
        with pytest.raises(JipingError, match="工作日历不见了，或被改动过"):
            open_rows(kept, county, 1, folders=(folder,))
    finally:
        path.write_text(text)
