"""A filing is filled from records: figures that can be measured, their receipts, and nothing else."""

from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.domain.filing import Filing
from jiping.drafting.measured import RECEIPT
from jiping.synthetic.county import County
from jiping.use_cases.check import check
from jiping.use_cases.demo import PACK, RECORDS
from jiping.use_cases.evaluate import evaluate
from jiping.use_cases.generate import generate
from jiping.use_cases.read import read


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("数据") / "county"
    generate(County(persons=1_000), folder, lambda _: None)
    return folder


def handbook() -> Filing:
    return next(each for each in read(RECORDS).filings if "手册" in each.label)


def test_measured_rows_get_their_figure_and_receipt_and_the_others_stay(county: Path) -> None:
    filing = handbook()
    found = evaluate(filing, county, PACK)
    filled = {each.indicator for each in found.filled if each.measured}
    assert "预算执行率" in filled
    assert "服务对象满意度" in filled
    for before, after in zip(filing.rows, found.evaluation.filing.rows, strict=True):
        receipts = [each for each in after.evidence if each.title == RECEIPT]
        assert len(receipts) == (after.level3 in filled)
        assert after.level3 in filled or after == before


def test_a_figure_becomes_the_word_the_form_uses(county: Path) -> None:
    rows = {each.level3: each for each in evaluate(handbook(), county, PACK).evaluation.filing.rows}
    assert (rows["成本是否超出预算"].actual, rows["完成及时性"].actual) == ("否", "及时完成")


def test_evaluating_twice_leaves_one_receipt_a_row(county: Path) -> None:
    once = evaluate(handbook(), county, PACK).evaluation.filing
    assert evaluate(once, county, PACK).evaluation.filing == once


def test_what_was_evaluated_is_not_asked_for_receipts(county: Path) -> None:
    once = evaluate(handbook(), county, PACK).evaluation.filing
    assert {each.code for each in check([once], PACK).findings} & {"EV03", "EV04"} == set()


def test_a_project_no_business_carries_out_is_refused(county: Path) -> None:
    with pytest.raises(JipingError, match="没有写明项目“示例项目”由哪项业务执行") as complaint:
        evaluate(Filing(project="示例项目", year=2024), county, PACK)
    assert "--pack" in complaint.value.remedy
