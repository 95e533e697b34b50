"""Findings are handed over in one order, whatever they are written to."""

from jiping.checks.order import by_filing
from jiping.domain.finding import Finding, Severity


def finding(project: str, severity: Severity, code: str = "PR01") -> Finding:
    return Finding(code, severity, project, "某中心", 2024, "表", "不符。", "请改。", "惯例")


def test_filings_stand_as_given_and_the_gravest_finding_of_each_first() -> None:
    hint, block, other = finding("甲", Severity.HINT), finding("甲", Severity.BLOCK), finding("乙", Severity.BLOCK)
    given = [("某中心", 2024, "甲"), ("某中心", 2024, "乙")]
    assert by_filing([other, hint, block], given) == (block, hint, other)
    assert by_filing([other, hint, block]) == (other, block, hint)
