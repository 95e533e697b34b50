"""Findings as one page a person can read, print and pass on: no script, nothing loaded from elsewhere."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from jiping.checks.run import Report
from jiping.domain.finding import Finding, Severity

_STYLE = (Path(__file__).parent / "html.css").read_text(encoding="utf-8")
_MARK = {Severity.BLOCK: "block", Severity.WARN: "warn", Severity.HINT: "hint"}


def render(report: Report) -> bytes:
    """Return a complete HTML page, filings with the gravest findings first."""
    body = "".join(_body(report))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>绩效自评校核意见</title><style>{_STYLE}</style></head><body><main>{body}</main></body></html>\n"
    ).encode()


def _body(report: Report) -> Iterator[str]:
    yield f"<h1>绩效自评校核意见</h1><p class=sum>{_counts(report.findings)}</p>"
    by_filing = sorted(report.findings, key=_filing_of)
    filings = [(key, list(group)) for key, group in groupby(by_filing, key=_filing_of)]
    for (unit, year, project), findings in sorted(filings, key=lambda each: _weight(each[1])):
        yield f"<section><h2>{escape(project)}</h2><p class=unit>{escape(unit)} {escape(year)}　{_counts(findings)}</p>"
        yield "<ol>"
        for each in sorted(findings, key=lambda finding: (finding.severity.rank, finding.code)):
            yield _item(each)
        yield "</ol></section>"
    if not report.findings:
        yield "<p>未发现问题。</p>"
    if report.not_run:
        yield "<section><h2>未能运行的规则</h2><ul>"
        yield from (f"<li><b>{n.code}</b> {escape(n.project)}：{escape(n.reason)}</li>" for n in report.not_run)
        yield "</ul></section>"


def _item(each: Finding) -> str:
    place = f"<span class=place>{escape(str(each.place))}</span>" if each.place else ""
    waived = (
        f"<p class=waived>已说明免改：{escape(each.waiver.reason)}（{escape(each.waiver.person)}，{each.waiver.on}）</p>"
        if each.waiver
        else ""
    )
    return (
        f"<li class={_MARK[each.severity]}><p><span class=tag>{each.severity}</span> <b>{escape(each.where)}</b> "
        f"{escape(each.message)}</p><p class=remedy>建议：{escape(each.remedy)}</p>"
        f"<p class=basis><code>{each.code}</code> 依据：{escape(each.basis)} {place}</p>{waived}</li>"
    )


def _filing_of(each: Finding) -> tuple[str, str, str]:
    return each.unit, "" if each.year is None else str(each.year), each.project


def _weight(findings: list[Finding]) -> tuple[int, ...]:
    counts = Counter(each.severity for each in findings)
    return tuple(-counts[severity] for severity in Severity)


def _counts(findings: tuple[Finding, ...] | list[Finding]) -> str:
    counts = Counter(each.severity for each in findings)
    return "　".join(f"<span class={_MARK[s]}>{s} <b>{counts[s]}</b></span>" for s in Severity)
