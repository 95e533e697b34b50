"""Findings on a terminal, filing by filing, the gravest first, with a count at the end."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from heapq import nsmallest
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from jiping.checks.catalogue import catalogue
from jiping.checks.check import Scope
from jiping.checks.order import subject
from jiping.checks.run import Report
from jiping.cli.screen import severity_counts, severity_text, table
from jiping.domain.finding import Finding, Severity
from jiping.domain.masking import masked

_WORST = 20


def print_findings(report: Report, screen: Console) -> None:
    """Print every finding with place, basis and remedy; what could not run comes last, never silently."""
    report = masked(report)
    for (unit, _, project), findings in groupby(report.findings, key=subject):
        screen.print(Text(f"\n{project}", style="bold"), Text(unit, style="dim"))
        for each in findings:
            _print_finding(each, screen)
    for who, reason, codes in _missed(report):
        screen.print(Text(f"未能运行 {'、'.join(codes)}（{who}）：{reason}", style="yellow"))
    _print_counts(report, screen)


def _missed(report: Report) -> Iterator[tuple[str, str, list[str]]]:
    """Yield what could not run, the codes of one cause together: one doubtful figure silences many checks."""
    causes: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for each in report.not_run:
        causes[each.who, each.reason].append(each.code)
    return ((who, reason, codes) for (who, reason), codes in causes.items())


def print_overview(report: Report, screen: Console) -> None:
    """Print the filings with the gravest findings, for a batch that nobody can read on a screen."""
    report = masked(report)
    counts: defaultdict[tuple[str, str], Counter[Severity]] = defaultdict(Counter)
    whole_files = {each.code for each in catalogue() if each.scope is Scope.FILE}
    for each in report.findings:
        if each.waiver is None and each.code not in whole_files:
            counts[each.unit, each.project][each.severity] += 1
    sheet = table("单位", "项目", *(f">{severity}" for severity in Severity), title=f"意见最重的 {_WORST} 份")
    for (unit, project), found in nsmallest(_WORST, counts.items(), key=lambda each: [-each[1][s] for s in Severity]):
        sheet.add_row(unit, project, *severity_counts(found))
    unread = [each for each in report.findings if each.code in whole_files]
    # nothing is known of a file that was not read: it stands before the gravest of those that were
    for each in unread[:_WORST]:
        screen.print(Text(f"没有读出 {each.project}：{each.message}", style="yellow"))
    if len(unread) > _WORST:
        screen.print(Text(f"……没有读出的文件共 {len(unread)} 份", style="yellow"))
    screen.print(sheet)
    if report.not_run:
        screen.print(Text(f"未能运行 {len(report.not_run)} 处", style="yellow"))
    _print_counts(report, screen)
    screen.print(Text("全部意见：加上 --format xlsx --output 意见.xlsx", style="dim"))


def _print_counts(report: Report, screen: Console) -> None:
    counts = Counter(each.severity for each in report.findings if each.waiver is None)
    summary = "，".join(f"{severity} {counts[severity]} 条" for severity in Severity)
    waived = sum(each.waiver is not None for each in report.findings)
    screen.print(f"\n{summary}" + (f"；已说明免改 {waived} 条" if waived else "") + "。")
    if report.packs:
        screen.print(Text(f"规则包：{'、'.join(report.packs)}", style="dim"))
    if report.findings:
        screen.print(Text(f"逐条说明：jiping explain {report.findings[0].code}", style="dim"))


def _print_finding(each: Finding, screen: Console) -> None:
    mark = Text("免改", style="dim") if each.waiver else severity_text(each.severity)
    screen.print(mark, Text(each.code, style="dim"), Text(each.where, style="bold"), Text(each.message))
    lines = [f"建议：{each.remedy}", f"依据：{each.basis}" + (f"　出处：{each.place}" if each.place else "")]
    if each.waiver:
        lines.append(f"免改：{each.waiver.reason}（{each.waiver.person}，{each.waiver.on}）")
    for line in lines:
        screen.print(Padding(Text(line, style="dim"), (0, 0, 0, 5)))
