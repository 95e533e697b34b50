"""What a clerk sees who opens the records behind a figure."""

import csv
import re
from datetime import datetime
from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.synthetic.county import County
from jiping.use_cases.disclosure import record_disclosure
from jiping.use_cases.generate import generate
from jiping.use_cases.measure import ALL, Measured, measure
from jiping.use_cases.receipt import Opened, open_rows

PACK = "rugao-2024"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("数据") / "county"
    generate(County(persons=2_000), folder, lambda _: None)
    return folder


@pytest.fixture(scope="module")
def measured(county: Path) -> Measured:
    return measure(ALL, 2024, county, PACK)


def opened(code: str, measured: Measured, county: Path, limit: int = 5) -> Opened:
    return open_rows(next(each for each in measured.figures if each.code == code), county, limit)[0]


def test_every_column_of_every_figure_has_a_heading_in_chinese_and_no_code_stands_in_a_cell(
    measured: Measured, county: Path
) -> None:
    first = {each.code: each for each in measured.figures}
    sides = [(code, side) for code, each in first.items() for side in open_rows(each, county, 50)]
    english = re.compile(r"^[a-z_]+$")
    assert [(code, each) for code, side in sides for each in side.legible.headings if english.match(each)] == []
    cells = {(code, each) for code, side in sides for row in side.legible.rows for each in row if english.match(each)}
    assert cells == set()


def test_no_two_columns_shown_bear_one_heading(measured: Measured, county: Path) -> None:
    for each in {each.code: each for each in measured.figures}.values():
        for side in open_rows(each, county, 1):
            assert len(set(side.legible.headings)) == len(side.legible.headings), each.code


def test_money_is_written_in_yuan_to_the_fen_and_adds_up_to_the_figure(measured: Measured, county: Path) -> None:
    figure = next(each for each in measured.figures if each.code == "PF03")
    (side,) = open_rows(figure, county, 9_999)
    at = side.legible.headings.index("支出金额（元）")
    cells = [row[at] for row in side.legible.rows]
    assert all(re.fullmatch(r"-?[\d,]+\.\d\d", each) for each in cells)
    assert sum(int(re.sub(r"[,.]", "", each)) for each in cells) == figure.upper.sum


def test_months_words_and_flags_are_written_out(measured: Measured, county: Path) -> None:
    extending, paid = opened("LI05", measured, county), opened("TS10", measured, county)
    assert {row[1] for row in extending.legible.rows} == {"2024-01"}
    assert {row[paid.legible.headings.index("补助种类")] for row in paid.legible.rows} <= {"新增缴费补助", "续保补助"}
    assert {row[-1] for row in opened("TS02", measured, county).legible.rows} <= {"是", "否"}


def test_names_and_numbers_are_hidden_and_shown_only_on_demand(measured: Measured, county: Path) -> None:
    figure = next(each for each in measured.figures if each.code == "PS01")
    hidden, shown = (open_rows(figure, county, 5, reveal=each)[0].legible for each in (False, True))
    at = hidden.headings.index("公民身份号码")
    assert all("*" in row[at] for row in hidden.rows)
    assert all(re.fullmatch(r"\d{17}[\dX]", row[at]) for row in shown.rows)


def test_every_look_at_what_is_hidden_is_kept(tmp_path: Path) -> None:
    for minute in (1, 2):
        path = record_disclosure("PS01-2024-0a1b2c3d4e5f", 20, "复核,甲", datetime(2024, 5, 1, 9, minute), tmp_path)  # noqa: DTZ001
    kept = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert kept == [
        ["时间", "查看人", "凭据", "最多条数"],
        ["2024-05-01 09:01:00", "复核,甲", "PS01-2024-0a1b2c3d4e5f", "20"],
        ["2024-05-01 09:02:00", "复核,甲", "PS01-2024-0a1b2c3d4e5f", "20"],
    ]


def test_what_cannot_be_kept_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "receipts").write_text("占住了这个名字", encoding="utf-8")
    with pytest.raises(JipingError, match="无法登记这次查看"):
        record_disclosure("PS01-2024-0a1b2c3d4e5f", 20, "甲", datetime(2024, 5, 1), tmp_path)  # noqa: DTZ001
