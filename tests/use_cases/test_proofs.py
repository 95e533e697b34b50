"""Receipts a filing names are looked up in the records, not believed."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pyarrow.parquet as pq
import pytest

from jiping.checks.run import Report
from jiping.domain.filing import Filing
from jiping.synthetic.county import County
from jiping.use_cases.check import check, check_named
from jiping.use_cases.demo import PACK, RECORDS
from jiping.use_cases.evaluate import evaluate
from jiping.use_cases.generate import generate
from jiping.use_cases.read import read


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("数据") / "county"
    generate(County(persons=1_000), folder, lambda _: None)
    return folder


@pytest.fixture(scope="module")
def filled(county: Path) -> Filing:
    filing = next(each for each in read(RECORDS).filings if "手册" in each.label)
    return evaluate(filing, county, PACK).evaluation.filing


def checked(filing: Filing, data: Path | None) -> Report:
    return check([filing], PACK, checks=[check_named("EV05")], data=data)


def test_what_was_evaluated_from_the_records_holds(filled: Filing, county: Path) -> None:
    report = checked(filled, county)
    assert (report.findings, report.not_run) == ((), ())


def test_without_records_nothing_is_believed(filled: Filing) -> None:
    report = checked(filled, None)
    assert [each.code for each in report.not_run] == ["EV05"]


def test_a_figure_changed_by_hand_is_found(filled: Filing, county: Path) -> None:
    rows = [replace(each, actual="98%") if each.level3 == "预算执行率" else each for each in filled.rows]
    (found,) = checked(replace(filled, rows=tuple(rows)), county).findings
    assert (found.where, "“98%”与所列计量凭据的数值“100%”不同" in found.message) == ("预算执行率", True)


def test_records_changed_since_prove_nothing(filled: Filing, county: Path, tmp_path: Path) -> None:
    data = tmp_path / "county"
    copytree(county, data)
    pq.write_table(pq.read_table(data / "expenditures.parquet").slice(1), data / "expenditures.parquet")
    found = checked(filled, data).findings
    assert "预算执行率" in {each.where for each in found}
    assert all("没有表 expenditures 的快照" in each.message for each in found)


def test_a_receipt_of_another_folder_is_not_there(filled: Filing, tmp_path: Path) -> None:
    named = [each.level3 for each in filled.rows if each.evidence]
    assert [each.where for each in checked(filled, tmp_path).findings] == named
