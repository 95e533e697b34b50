"""`jiping pay export`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def export(
    number: options.ListNumber,
    on: options.DayOfAct = None,
    turn: Annotated[int, typer.Option("--round", metavar="批", min=1, help="写第几批；退票重发的是第 2 批起。")] = 1,
    format: options.BankFormat = options.BankFileKind.CSV,  # noqa: A002 - the option's name
    encoding: options.BankEncoding = options.BankFileEncoding.UTF_8,
    out: options.Out = Path("发放"),
    despite: Annotated[
        str | None, typer.Option("--despite", metavar="原因", help="复核有变化仍照封存的名单送出，写明原因，记入台账。")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="姓名", help="与 --despite 同写：谁决定的。")] = None,
    engine: options.Engine = options.DUCKDB,
    data: options.Data = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """送银行前逐笔复核，与封存时没有变化才写出代发文件，带笔数、合计和校验值；同一批再写一次，内容逐字节相同。

    例：jiping pay export 1a2b3c4d5e6f --on 2024-04-15 --format xlsx --data 业务数据
    """
    from jiping.cli.payments import held_sheet, sent_line
    from jiping.cli.screen import console
    from jiping.domain.errors import JipingError
    from jiping.payments.before_sending import Despite
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.pay.sending import Held, Manner
    from jiping.use_cases.pay.sending import export as exported

    manner = Manner(out, format.value, encoding.value)
    if (despite is None) != (by is None):
        raise JipingError("--despite 和 --by 要同写。", remedy="请写明原因和决定人的姓名；没有变化的不用写。")
    sent = exported(
        number,
        options.day(on) or options.today(),
        data or COUNTY,
        manner,
        turn=turn,
        despite=None if despite is None or by is None else Despite(despite, by),
        engine=engine,
        folders=pack_dir,
    )
    if isinstance(sent, Held):
        console().print(held_sheet(sent))
        typer.echo("没有写出代发文件，也没有登记送盘：名单封存以后有变化。")
        typer.echo("核实后仍要照封存的名单送出的，写明 --despite 原因 --by 姓名，记入台账。")
        raise typer.Exit(1)
    typer.echo(sent_line(sent))
