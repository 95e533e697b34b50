"""Findings as one page a person can read, print and pass on: no script, nothing loaded from elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from jiping.checks.run import Report
from jiping.domain.finding import Finding, Severity
from jiping.reports.batch.findings_table import findings_tables
from jiping.reports.batch.markup import chip, counts, page, table
from jiping.reports.batch.not_run_table import not_run_table
from jiping.reports.batch.tone import tone_of

_Head = tuple[str, str, str]  # unit, year, project


def render(report: Report) -> bytes:
    """Return a complete HTML page, the filings with the gravest findings first, and where to find each."""
    return page("绩效自评校核意见", f"{_counts(report.findings)}　{_packs(report)}", _body(report))


def _packs(report: Report) -> str:
    return escape(f"规则包：{'、'.join(report.packs)}") if report.packs else ""


def _body(report: Report) -> Iterator[str]:
    filings = [(head, list(findings)) for head, findings in groupby(report.findings, key=_filing_of)]
    filings.sort(key=lambda filing: _gravity(filing[1]))
    if len(filings) > 1:
        yield f"<section>{_index(filings)}</section>"
    for number, (head, findings) in enumerate(filings):
        yield f'<section id="f{number}">{_filing(head, findings)}</section>'
    if not report.findings:
        yield f"<section><p>{'其余规则' if report.not_run else ''}未发现问题。</p></section>"
    if report.not_run:
        yield f"<section><h2>未能运行的规则</h2>{not_run_table(report.not_run)}</section>"


def _gravity(findings: Iterable[Finding]) -> list[int]:
    counts = Counter(each.severity for each in findings if each.waiver is None)
    return [-counts[each] for each in Severity]


def _index(filings: Iterable[tuple[_Head, list[Finding]]]) -> str:
    rows = (
        (
            f'<a href="#f{number}">{escape(project)}</a>',
            escape(unit),
            escape(year),
            *counts(zip(Severity, map(abs, _gravity(findings)), strict=True)),
        )
        for number, ((unit, year, project), findings) in enumerate(filings)
    )
    return table(("项目", "单位", "年度", *(f">{each}" for each in Severity)), rows)


def _filing(head: _Head, findings: list[Finding]) -> str:
    unit, year, project = head
    findings.sort(key=lambda finding: (finding.severity.rank, finding.code))
    standing = [each for each in findings if each.waiver is None]
    waived = [each for each in findings if each.waiver is not None]
    tables = "".join(findings_tables(standing, waived, lambda place: escape(str(place))))
    return f'<h2>{escape(project)}</h2><p class="note">{escape(unit)} {escape(year)}　{_counts(findings)}</p>{tables}'


def _filing_of(each: Finding) -> _Head:
    return each.unit, "" if each.year is None else str(each.year), each.project


def _counts(findings: Iterable[Finding]) -> str:
    told = list(findings)
    found = Counter(each.severity for each in told if each.waiver is None)
    waived = len(told) - found.total()
    numbers = "　".join(f"{chip(each.value, tone_of(each))} {found[each]} 条" for each in Severity)
    return numbers + (f"　免改 {waived} 条" if waived else "")
