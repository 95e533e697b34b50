"""An answer to a finding works whatever the case of its code, and one that answers nothing is told."""

from datetime import date
from typing import Any

import pytest

from builders import build_filing
from jiping.domain.errors import JipingError, UnknownForm
from jiping.domain.finding import Finding
from jiping.reports import xlsx
from jiping.use_cases.check import check, check_named
from jiping.use_cases.read import read_bytes

TYPO = {"project": "示例项目", "rows": [{"level3": "服务对象满意度", "target": "98%", "actual": "98\t%"}]}


def _waiver(code: str) -> dict[str, Any]:
    return {"code": code, "reason": "原件如此", "person": "填报人", "on": date(2025, 3, 31)}


def _found(code: str) -> Finding:
    report = check([build_filing({**TYPO, "waivers": [_waiver(code)]})], "national", checks=[check_named("TY11")])
    assert report.not_run == ()
    (finding,) = report.findings
    return finding


def test_a_waiver_answers_its_rule_in_either_case() -> None:
    assert _found("TY11").waiver is not None
    assert _found("ty11 ").waiver is not None
    assert _found("WT01").waiver is None


def test_a_waiver_of_no_rule_is_told() -> None:
    (told,) = check([build_filing({**TYPO, "waivers": [_waiver("WT99")]})], "national", checks=[]).not_run
    assert (told.code, told.project) == ("WT99", "示例项目")
    assert "没有这个编号的校核规则" in told.reason


def test_a_waiver_of_a_place_without_a_finding_is_told() -> None:
    strayed = {**_waiver("TY11"), "where": "写错的地方"}
    report = check([build_filing({**TYPO, "waivers": [strayed]})], "national", checks=[check_named("TY11")])
    (told,) = report.not_run
    assert report.findings[0].waiver is None
    assert f"“写错的地方”，这条规则的意见却在“{report.findings[0].where}”" in told.reason


def test_a_filing_without_year_is_checked_by_all_rules_that_need_none() -> None:
    rows = [{"level3": "观众满意度", "target": "90%", "actual": "88%", "weight": 50, "score": 50}]
    report = check([build_filing({"project": "文化下乡", "year": None, "rows": rows})], "national")
    assert {"CM01", "SC02"} <= {each.code for each in report.findings}
    (told,) = (each for each in report.not_run if each.code == "年度")
    assert "没有写明项目年度" in told.reason


def test_filings_without_year_are_not_compared() -> None:
    undated = build_filing({"project": "文化下乡", "year": None})
    assert check([undated, undated], "national").findings == check([undated], "national").findings * 2


def test_nothing_to_check_is_no_clean_result() -> None:
    with pytest.raises(JipingError, match="没有可以校核的自评材料"):
        check([], "national")


@pytest.mark.parametrize("name", ["空.json", "空.yaml"])
def test_an_empty_list_is_no_filing(name: str) -> None:
    with pytest.raises(UnknownForm, match="没有一份自评表"):
        read_bytes(b"[]", name)


def test_findings_in_a_workbook_are_no_filing() -> None:
    project = "打印纸项目"
    filing = build_filing({"project": project, "rows": [{"level3": "合格率", "weight": 10, "score": 9}]})
    report = check([filing], "national")
    with pytest.raises(UnknownForm, match="这是校核意见"):
        read_bytes(xlsx.render(report), "校核意见.xlsx")
