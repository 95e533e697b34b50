"""`jiping pay book`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def book(
    programme: Annotated[str, typer.Argument(metavar="业务", help="如 transfer_subsidy。")],
    on: options.DayOfAct = None,
    out: options.Out = Path("发放"),
    data: options.Data = None,
    pack: options.Pack = options.DEFAULT_PACK,
    pack_dir: options.PackFolders = [],
) -> None:
    """把台账写成业务表（到账、退票、追回都在内），导入后由 jiping measure 计量发放到位率等指标。

    例：jiping pay book transfer_subsidy --data 业务数据
    """
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.pay.booking import book as booked

    done = booked(programme, data or COUNTY, out, pack, options.day(on) or options.today(), folders=pack_dir)
    typer.echo(f"已写出 {done.file}；导入：jiping import subsidy_payments {done.file} --into 数据文件夹")
    if done.unsent:
        typer.echo(f"已封存而尚未送银行的 {done.unsent:,} 笔没有写入。")
