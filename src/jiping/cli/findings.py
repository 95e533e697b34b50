"""Findings on a terminal, filing by filing, the gravest first, with a count at the end."""

from collections import Counter
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from jiping.checks.run import Report
from jiping.cli.screen import console, severity_text
from jiping.domain.finding import Finding, Severity


def print_findings(report: Report) -> None:
    """Print every finding with place, basis and remedy; what could not run comes last, never silently."""
    screen = console()
    ordered = sorted(report.findings, key=lambda each: (each.unit, each.project, each.severity.rank, each.code))
    for (unit, project), findings in groupby(ordered, key=lambda each: (each.unit, each.project)):
        screen.print(Text(f"\n{project}", style="bold"), Text(unit, style="dim"))
        for each in findings:
            _print_finding(each)
    for missed in report.not_run:
        screen.print(Text(f"未能运行 {missed.code}（{missed.project}）：{missed.reason}", style="yellow"))
    counts = Counter(each.severity for each in report.findings if each.waiver is None)
    summary = "，".join(f"{severity} {counts[severity]} 条" for severity in Severity)
    waived = sum(each.waiver is not None for each in report.findings)
    screen.print(f"\n{summary}" + (f"；已说明免改 {waived} 条" if waived else "") + "。")
    if report.findings:
        screen.print(Text(f"逐条说明：jiping explain {report.findings[0].code}", style="dim"))


def _print_finding(each: Finding) -> None:
    screen = console()
    mark = Text("免改", style="dim") if each.waiver else severity_text(each.severity)
    screen.print(mark, Text(each.code, style="dim"), Text(each.where, style="bold"), Text(each.message))
    lines = [f"建议：{each.remedy}", f"依据：{each.basis}" + (f"　出处：{each.place}" if each.place else "")]
    if each.waiver:
        lines.append(f"免改：{each.waiver.reason}（{each.waiver.person}，{each.waiver.on}）")
    for line in lines:
        screen.print(Padding(Text(line, style="dim"), (0, 0, 0, 5)))
