"""Hand findings over: on the screen, through a pipe, into a file; all of them, or only the new ones."""

import sys
from pathlib import Path

import typer

from jiping.checks.run import Report
from jiping.cli.aside import say
from jiping.cli.findings import print_findings, print_overview
from jiping.cli.screen import console, page
from jiping.cli.shape import Shape
from jiping.formats.guard import bounded_bytes
from jiping.reports.render import renderer
from jiping.use_cases.baseline import compare
from jiping.use_cases.output import put


def new_since(report: Report, baseline: Path | None) -> Report:
    """Return what was not found in an earlier round, and tell how the two compare; everything without one."""
    if baseline is None:
        return report
    comparison = compare(report, bounded_bytes(baseline), baseline.name)
    new = len(comparison.new.findings)
    say(
        f"与上一轮相比：新增 {new} 条，仍在 {comparison.known} 条，已改好 {comparison.mended} 条，"
        f"新说明免改 {comparison.waived} 条，这次没有报送的材料里 {comparison.not_sent} 条。"
    )
    return comparison.new


def hand_over(report: Report, shape: Shape, output: Path | None, *, few: bool) -> None:
    """Write the findings to `output`, else to the screen; more than a `few` are summed up there."""
    if shape is Shape.TEXT and output is None:
        (print_findings if few else print_overview)(report, console())
    elif output is None:
        sys.stdout.buffer.write(renderer(shape.value)(report))
    else:
        put(output, _as_text(report) if shape is Shape.TEXT else renderer(shape.value)(report))
        typer.echo(f"已写出 {output}：意见 {len(report.findings)} 条。")


def _as_text(report: Report) -> bytes:
    """Return every finding as plain text: a file has room for what a screen has not."""
    screen = page()
    print_findings(report, screen)
    return screen.export_text().encode()
