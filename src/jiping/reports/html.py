"""Findings as one page a person can read, print and pass on: no script, nothing loaded from elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from jiping.checks.run import Report
from jiping.domain.finding import Finding, Severity
from jiping.reports.batch.findings_table import findings_tables
from jiping.reports.batch.markup import chip, page
from jiping.reports.batch.not_run_table import not_run_table
from jiping.reports.batch.tone import tone_of


def render(report: Report) -> bytes:
    """Return a complete HTML page, filings as they were given."""
    return page("绩效自评校核意见", f"{_counts(report.findings)}　{_packs(report)}", _body(report))


def _packs(report: Report) -> str:
    return escape(f"规则包：{'、'.join(report.packs)}") if report.packs else ""


def _body(report: Report) -> Iterator[str]:
    for head, findings in groupby(report.findings, key=_filing_of):
        yield f"<section>{_filing(head, list(findings))}</section>"
    if not report.findings:
        yield f"<section><p>{'其余规则' if report.not_run else ''}未发现问题。</p></section>"
    if report.not_run:
        yield f"<section><h2>未能运行的规则</h2>{not_run_table(report.not_run)}</section>"


def _filing(head: tuple[str, str, str], findings: list[Finding]) -> str:
    unit, year, project = head
    findings.sort(key=lambda finding: (finding.severity.rank, finding.code))
    standing = [each for each in findings if each.waiver is None]
    waived = [each for each in findings if each.waiver is not None]
    tables = "".join(findings_tables(standing, waived, lambda place: escape(str(place))))
    return f'<h2>{escape(project)}</h2><p class="note">{escape(unit)} {escape(year)}　{_counts(findings)}</p>{tables}'


def _filing_of(each: Finding) -> tuple[str, str, str]:
    return each.unit, "" if each.year is None else str(each.year), each.project


def _counts(findings: Iterable[Finding]) -> str:
    told = list(findings)
    counts = Counter(each.severity for each in told if each.waiver is None)
    waived = len(told) - counts.total()
    numbers = "　".join(f"{chip(each.value, tone_of(each))} {counts[each]} 条" for each in Severity)
    return numbers + (f"　免改 {waived} 条" if waived else "")
