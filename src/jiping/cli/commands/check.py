"""`jiping check`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiping.cli import options
from jiping.cli.shape import Shape
from jiping.domain.finding import Severity

if TYPE_CHECKING:  # the check room is heavy, and --help must not wait for it
    from jiping.checks.run import Report


class Threshold(StrEnum):
    """From which severity on findings make the exit code 1."""

    BLOCK = Severity.BLOCK.value
    WARN = Severity.WARN.value
    HINT = Severity.HINT.value
    NEVER = "从不"

    def is_reached(self, report: "Report") -> bool:
        """Tell whether a finding that nobody has answered for is so grave, or something could not be checked."""
        if self is Threshold.NEVER:
            return False
        least = Severity(self.value).rank
        grave = any(each.severity.rank <= least for each in report.findings if each.waiver is None)
        return grave or bool(report.not_run)


Codes = Annotated[list[str], typer.Option(metavar="编号", help="编号或其开头，如 PR01,NA；可多次给出。")]
_MANY = "许多文件"
_ALL_CORES = 0


def check(
    files: options.Piles,
    pack: options.Pack = options.OWN_PACK,
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
    data: Annotated[
        Path | None,
        typer.Option(
            "--data", metavar="文件夹", help="业务数据所在文件夹：逐张查对材料所列的计量凭据；不写则凭据不核对。"
        ),
    ] = None,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
    force: options.Force = False,
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
    from jiping.cli.examined import examined
    from jiping.cli.handover import hand_over, new_since
    from jiping.domain.errors import JipingError
    from jiping.use_cases.check import choose
    from jiping.use_cases.output import refuse_input, refuse_replacing

    refuse_input(output, files if baseline is None else (*files, baseline))
    if output is not None and not force:
        refuse_replacing([output])
    checks = choose(select, ignore)
    if shape is Shape.XLSX and output is None:
        raise JipingError("xlsx 不能显示在屏幕上。", remedy="请加上 --output 意见.xlsx。")
    terms = Terms(pack, options.day(on), tuple(pack_dir), tuple(each.code for each in checks), data)
    wishes = Wishes(processes or cpu_count(), seconds, engine, journal, resume)
    with examined(files, terms, wishes) as done:
        report = new_since(done.report, baseline)
        hand_over(report, shape, output, few=done.is_few)
    if fail_on.is_reached(report):
        raise typer.Exit(1)
