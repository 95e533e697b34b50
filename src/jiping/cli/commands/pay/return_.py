"""`jiping pay return`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def return_(
    file: Annotated[Path, typer.Argument(metavar="文件", help="银行回盘文件：csv（任何编码）或 xlsx。")],
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="工作表", help="xlsx 里的哪一张工作表。")] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="编码", help="csv 的编码；不写则自动识别。")
    ] = None,
    data: options.Data = None,
    pack: options.Pack = options.DEFAULT_PACK,
    on: options.DayOfAct = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """登记银行回盘：到账的、退票的连同原因；有一行对不上就一笔也不登记，并逐行指出；以前登记过的相同结果不重复登记。

    例：jiping pay return 回盘.csv --data 业务数据
    """
    from jiping.cli.payments import return_faults_sheet
    from jiping.cli.screen import console, steps
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.pay.booking import take_return

    day = options.day(on) or options.today()
    with steps() as tell:
        done = take_return(file, data or COUNTY, pack, day, sheet=sheet, encoding=encoding, folders=pack_dir, tell=tell)
    if done.bad_rows:
        console().print(return_faults_sheet(done))
        typer.echo("一笔也没有登记。")
        raise typer.Exit(1)
    earlier = f"另有 {done.known:,} 笔以前已登记，结果相同。" if done.known else ""
    typer.echo(f"已登记：到账 {done.credited:,} 笔，退票 {done.failed:,} 笔。{earlier}")
