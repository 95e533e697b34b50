"""`jiping check`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiping.cli import options
from jiping.domain.finding import Severity

if TYPE_CHECKING:  # the check room is heavy, and --help must not wait for it
    from jiping.checks.run import Report


class Shape(StrEnum):
    """What findings can be handed over as."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    XLSX = "xlsx"
    HTML = "html"


class Threshold(StrEnum):
    """From which severity on findings make the exit code 1."""

    BLOCK = Severity.BLOCK.value
    WARN = Severity.WARN.value
    HINT = Severity.HINT.value
    NEVER = "从不"


Codes = Annotated[list[str], typer.Option(metavar="编号", help="编号或其开头，如 PR01、NA；可多次给出。")]


def check(
    files: options.Files,
    pack: options.Pack = options.DEFAULT_PACK,
    select: Codes = [],
    ignore: Codes = [],
    shape: Annotated[Shape, typer.Option("--format", help="意见的样式。")] = Shape.TEXT,
    output: Annotated[Path | None, typer.Option("--output", metavar="文件", help="写到文件；xlsx 必须给出。")] = None,
    fail_on: Annotated[
        Threshold, typer.Option("--fail-on", help="出现这一程度及更重的意见时退出码为 1。")
    ] = Threshold.HINT,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """像审核人一样逐条校核：哪里、什么问题、什么依据、怎么改。

    例：jiping check 自评.docx --select PR --format html --output 意见.html
    """
    import sys

    from jiping.cli.findings import print_findings
    from jiping.cli.readings import all_filings
    from jiping.domain.errors import JipingError
    from jiping.reports.render import renderer
    from jiping.use_cases.check import check as examine
    from jiping.use_cases.check import choose
    from jiping.use_cases.output import put

    checks = choose(select, ignore)
    if shape is Shape.XLSX and output is None:
        raise JipingError("xlsx 不能显示在屏幕上。", remedy="请加上 --output 意见.xlsx。")
    report = examine(all_filings(files, pack_dir), pack, on=options.day(on), folders=pack_dir, checks=checks)
    if shape is Shape.TEXT:
        print_findings(report)
    else:
        content = renderer(shape.value)(report)
        if output is None:
            sys.stdout.buffer.write(content)
        else:
            put(output, content)
            typer.echo(f"已写出 {output}：意见 {len(report.findings)} 条。")
    if fail_on is not Threshold.NEVER and (report.not_run or _is_reached(Severity(fail_on.value), report)):
        raise typer.Exit(1)


def _is_reached(threshold: Severity, report: "Report") -> bool:
    return any(each.severity.rank <= threshold.rank for each in report.findings if each.waiver is None)
