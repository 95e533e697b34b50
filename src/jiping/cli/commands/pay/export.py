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
    data: options.Data = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """写出送银行的代发文件，带笔数、合计和校验值；同一批再写一次，内容逐字节相同。

    例：jiping pay export 1a2b3c4d5e6f --on 2024-04-15 --format xlsx --data 业务数据
    """
    from jiping.cli.payments import sent_line
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.pay.sending import Manner
    from jiping.use_cases.pay.sending import export as exported

    manner = Manner(out, format.value, encoding.value)
    sent = exported(number, options.day(on) or options.today(), data or COUNTY, manner, turn=turn, folders=pack_dir)
    typer.echo(sent_line(sent))
