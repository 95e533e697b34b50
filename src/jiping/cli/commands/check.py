"""`jiping check`."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiping.cli import options
from jiping.cli.aside import say
from jiping.domain.finding import Severity

if TYPE_CHECKING:  # the check room is heavy, and --help must not wait for it
    from jiping.batch.terms import Terms
    from jiping.checks.run import Report
    from jiping.cli.batch import Done, Wishes


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


Codes = Annotated[list[str], typer.Option(metavar="编号", help="编号或其开头，如 PR01,NA；可多次给出。")]
_MANY = "许多文件"
_ALL_CORES = 0


def check(
    files: options.Piles,
    pack: options.Pack = options.DEFAULT_PACK,
    select: Codes = [],
    ignore: Codes = [],
    shape: Annotated[Shape, typer.Option("--format", help="意见的样式。")] = Shape.TEXT,
    output: Annotated[Path | None, typer.Option("--output", metavar="文件", help="写到文件；xlsx 必须给出。")] = None,
    fail_on: Annotated[
        Threshold, typer.Option("--fail-on", help="出现这一程度及更重的意见时退出码为 1。")
    ] = Threshold.HINT,
    baseline: Annotated[
        Path | None, typer.Option(metavar="文件", help="上一轮的意见（--format json 所写），只看这一轮新增的。")
    ] = None,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
    resume: Annotated[bool, typer.Option("--resume", help="接着上次没做完的做。", rich_help_panel=_MANY)] = False,
    journal: Annotated[
        Path | None, typer.Option(metavar="文件", help="进度记在哪里；不写则记在当前文件夹。", rich_help_panel=_MANY)
    ] = None,
    processes: Annotated[
        int, typer.Option(metavar="个数", min=0, help="同时用几个进程；0 为每个核一个。", rich_help_panel=_MANY)
    ] = _ALL_CORES,
    seconds: Annotated[
        int, typer.Option(metavar="秒", min=1, help="一份文件最多读多久，超过就放弃它。", rich_help_panel=_MANY)
    ] = 60,
    engine: Annotated[
        str | None,
        typer.Option(metavar="地址", help="交给 Spark 做，如 spark://主机:7077、local[2]。", rich_help_panel=_MANY),
    ] = None,
) -> None:
    """像审核人一样逐条校核：哪里、什么问题、什么依据、怎么改。

    例：jiping check 自评.docx --select PR --format html --output 意见.html

    许多份一起：jiping check 报送材料/ 补报.zip --format xlsx --output 意见.xlsx
    """
    from multiprocessing import cpu_count

    from jiping.batch.terms import Terms
    from jiping.cli.batch import Wishes
    from jiping.domain.errors import JipingError
    from jiping.use_cases.check import choose
    from jiping.use_cases.output import refuse_input

    refuse_input(output, files if baseline is None else (*files, baseline))
    checks = choose(select, ignore)
    if shape is Shape.XLSX and output is None:
        raise JipingError("xlsx 不能显示在屏幕上。", remedy="请加上 --output 意见.xlsx。")
    terms = Terms(pack, options.day(on), tuple(pack_dir), tuple(each.code for each in checks))
    wishes = Wishes(processes or cpu_count(), seconds, engine, journal, resume)
    with _examined(files, terms, wishes) as done:
        report = _new(done.report, baseline)
        _hand_over(report, shape, output, few=done.is_few)
    if fail_on is not Threshold.NEVER and (report.not_run or _is_reached(Severity(fail_on.value), report)):
        raise typer.Exit(1)


@contextmanager
def _examined(files: list[Path], terms: "Terms", wishes: "Wishes") -> "Iterator[Done]":
    """Yield what was found; a single file is simply read, and its fault is the command's own."""
    from jiping.batch.sources import is_many
    from jiping.checks.check import Scope
    from jiping.cli.batch import Done, batch
    from jiping.cli.readings import all_filings
    from jiping.use_cases.check import check as examine

    if is_many(files) or wishes.resume or wishes.engine:
        with batch(files, terms, wishes) as done:
            yield done
    else:
        filings = all_filings(files, terms.folders)
        report = examine(filings, terms.pack, on=terms.on, folders=terms.folders, checks=terms.checks(*Scope))
        yield Done(report, files=1)


def _new(report: "Report", baseline: Path | None) -> "Report":
    """Return what was not found in an earlier round, and tell how the two compare."""
    if baseline is None:
        return report
    from jiping.formats.guard import bounded_bytes
    from jiping.use_cases.baseline import compare

    comparison = compare(report, bounded_bytes(baseline), baseline.name)
    new = len(comparison.new.findings)
    say(f"与上一轮相比：新增 {new} 条，仍在 {comparison.known} 条，消失 {comparison.vanished} 条。")
    return comparison.new


def _hand_over(report: "Report", shape: Shape, output: Path | None, *, few: bool) -> None:
    import sys

    from jiping.cli.findings import print_findings, print_overview
    from jiping.cli.screen import console
    from jiping.reports.render import renderer
    from jiping.use_cases.output import put

    if shape is Shape.TEXT and output is None:
        (print_findings if few else print_overview)(report, console())
    elif output is None:
        sys.stdout.buffer.write(renderer(shape.value)(report))
    else:
        put(output, _as_text(report) if shape is Shape.TEXT else renderer(shape.value)(report))
        typer.echo(f"已写出 {output}：意见 {len(report.findings)} 条。")


def _as_text(report: "Report") -> bytes:
    """Return every finding as plain text: a file has room for what a screen has not."""
    from jiping.cli.findings import print_findings
    from jiping.cli.screen import page

    screen = page()
    print_findings(report, screen)
    return screen.export_text().encode()


def _is_reached(threshold: Severity, report: "Report") -> bool:
    return any(each.severity.rank <= threshold.rank for each in report.findings if each.waiver is None)
