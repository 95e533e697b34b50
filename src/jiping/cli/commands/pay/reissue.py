"""`jiping pay reissue`."""

from pathlib import Path

import typer

from jiping.cli import options


def reissue(
    number: options.ListNumber,
    on: options.DayOfAct = None,
    format: options.BankFormat = options.BankFileKind.CSV,  # noqa: A002 - the option's name
    encoding: options.BankEncoding = options.BankFileEncoding.UTF_8,
    out: options.Out = Path("发放"),
    data: options.Data = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """退票的按现在登记的账户重发；退票次数满了的暂停，改正账户后才再发。

    例：jiping pay reissue 1a2b3c4d5e6f --on 2024-04-22 --data 业务数据
    """
    from jiping.cli.payments import sent_line
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.pay.sending import Manner, reissue_failed

    manner = Manner(out, format.value, encoding.value)
    sent = reissue_failed(number, options.day(on) or options.today(), data or COUNTY, manner, pack_dir)
    if sent is None:
        typer.echo("没有可以重发的退票；暂停发放的，请先改正收款账户登记再运行。")
        raise typer.Exit
    typer.echo(sent_line(sent))
