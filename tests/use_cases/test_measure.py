"""From records to figures, receipts, the rows behind them, and back."""

from pathlib import Path
from shutil import copytree

import pyarrow.parquet as pq
import pytest

from jiping.domain.errors import JipingError
from jiping.domain.measurement import Measurement
from jiping.synthetic.county import County
from jiping.use_cases.generate import generate
from jiping.use_cases.measure import ALL, businesses, measure
from jiping.use_cases.receipt import open_rows, receipt
from jiping.use_cases.replay import replay

PACK = "rugao-2024"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("数据") / "county"
    generate(County(persons=1_000), folder, lambda _: None)
    return folder


def figure(code: str, programme: str, data: Path) -> Measurement:
    return next(each for each in measure(programme, 2024, data, PACK).figures if each.code == code)


def test_every_business_is_measured_whole_and_twice_alike(county: Path) -> None:
    first, second = measure(ALL, 2024, county, PACK), measure(ALL, 2024, county, PACK)
    assert first == second
    assert first.unmeasured == ()
    assert {each.programme for each in first.figures} == {each.name for each in businesses()}


def test_an_unknown_business_is_answered_with_those_there_are(county: Path) -> None:
    with pytest.raises(JipingError, match="没有名为“手册”的业务") as complaint:
        measure("手册", 2024, county, PACK)
    assert "handbook（职工养老保险手册）" in complaint.value.remedy


def test_an_indicator_whose_records_are_missing_says_which(county: Path, tmp_path: Path) -> None:
    copytree(county, tmp_path / "少一张表")
    (tmp_path / "少一张表" / "ratings.parquet").unlink()
    found = measure("operating_expense", 2024, tmp_path / "少一张表", PACK)
    assert [(each.indicator.code, each.lacking) for each in found.unmeasured] == [
        ("OE06", ("ratings",)),
        ("OE07", ("ratings",)),
    ]


def test_a_receipt_opens_the_same_first_records_each_time(county: Path) -> None:
    kept = figure("TS01", "transfer_subsidy", county)
    (every,), (first,) = open_rows(kept, county, 9_999), open_rows(kept, county, 5)
    assert list(every.rows) == sorted(every.rows)
    assert first.rows == every.rows[:5]


def test_a_receipt_opens_the_very_records_and_hides_who_they_are_of(county: Path) -> None:
    kept = receipt(figure("HB02", "handbook", county).id, county)
    upper, lower = open_rows(kept, county, 1_000_000)
    assert (len(upper.rows), len(lower.rows)) == (kept.upper.sum, kept.lower and kept.lower.sum)
    people = figure("PF03", "handbook", county)
    (side,) = open_rows(people, county, 3)
    assert (
        sum(row[side.columns.index("amount")] for row in open_rows(people, county, 9_999)[0].rows) == people.upper.sum
    )


def test_personal_columns_are_masked_unless_revealed(county: Path) -> None:
    with_names = figure("TS01", "transfer_subsidy", county)
    hidden = [cell for side in open_rows(with_names, county, 5) for row in side.rows for cell in row]
    assert not any(isinstance(cell, str) and len(cell) == 18 and "*" not in cell for cell in hidden)


def test_a_receipt_stands_as_long_as_its_records_do(county: Path, tmp_path: Path) -> None:
    data = tmp_path / "county"
    copytree(county, data)
    name = figure("HB01", "handbook", data).id
    again = replay(name, data)
    assert again.stands
    assert again.drift == ()
    pq.write_table(pq.read_table(data / "persons.parquet").slice(1), data / "persons.parquet")
    with pytest.raises(JipingError, match="没有表 persons 的快照"):
        replay(name, data)


def test_a_receipt_that_was_written_in_by_hand_is_refused(county: Path) -> None:
    found = figure("HB01", "handbook", county)
    path = county / "receipts" / "2024" / f"{found.id}.json"
    kept = path.read_bytes()
    try:
        path.write_bytes(kept.replace(f'"sum": {found.upper.sum}'.encode(), b'"sum": 9999'))
        with pytest.raises(JipingError, match="可能被改动过"):
            receipt(found.id, county)
    finally:
        path.write_bytes(kept)


@pytest.mark.parametrize(
    ("name", "complaint"),
    [("PF02", "不是凭据编号"), ("../x", "不是凭据编号"), ("PF02-2024-000000000000", "没有凭据 PF02-2024-000000000000")],
)
def test_what_is_no_receipt_is_said_plainly(name: str, complaint: str, county: Path) -> None:
    with pytest.raises(JipingError, match=complaint):
        receipt(name, county)
