"""Against an earlier round only what is new is shown; what is known and what is gone is counted."""

from datetime import date

import pytest

from jiping.checks.run import Report
from jiping.domain.errors import UnreadableFile
from jiping.domain.filing import Waiver
from jiping.domain.finding import Finding, NotRun, Severity
from jiping.reports.json import render
from jiping.use_cases.baseline import compare


def finding(where: str, message: str = "意见") -> Finding:
    return Finding("PR01", Severity.BLOCK, "示例项目", "示例单位", 2024, where, message, "请改。", "业务惯例")


def report(*findings: Finding) -> Report:
    return Report(findings, (NotRun("AR02", "示例项目", "缺数据"),), (), (("示例单位", 2024, "示例项目"),))


def test_only_new_findings_are_left_and_what_could_not_run_stays() -> None:
    before = render(report(finding("甲"), finding("乙"), finding("丙")))
    comparison = compare(report(finding("乙"), finding("丁")), before, "上轮.json")
    assert comparison.new == report(finding("丁"))
    assert (comparison.known, comparison.mended, comparison.not_sent) == (1, 2, 0)


def test_a_finding_with_new_wording_is_known_again() -> None:
    comparison = compare(report(finding("甲", "写 99 分")), render(report(finding("甲", "写 98 分"))), "上轮.json")
    assert comparison.new.findings == ()


def test_of_several_alike_as_many_are_known_as_there_were() -> None:
    comparison = compare(report(finding("甲"), finding("甲")), render(report(finding("甲"))), "上轮.json")
    assert (len(comparison.new.findings), comparison.known, comparison.mended) == (1, 1, 0)


def test_a_finding_of_a_filing_not_handed_in_again_is_not_mended() -> None:
    before = render(report(finding("甲"), finding("乙")._replace(project="没有再报的项目")))
    comparison = compare(report(), before, "上轮.json")
    assert (comparison.mended, comparison.not_sent) == (1, 1)


def test_a_finding_answered_for_since_is_told_apart() -> None:
    answer = Waiver("PR01", "原件如此", "填报人", date(2025, 3, 31))
    comparison = compare(report(finding("甲")._replace(waiver=answer)), render(report(finding("甲"))), "上轮.json")
    assert (comparison.known, comparison.waived, comparison.mended) == (0, 1, 0)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"schema": "other/1", "findings": []}', b"\xff", b"3"])
def test_anything_but_findings_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"上轮\.json"):
        compare(report(), content, "上轮.json")
