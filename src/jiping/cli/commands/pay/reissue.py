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
    engine: options.Engine = options.DUCKDB,
    data: options.Data = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """退票的逐笔复核后按现在登记的账户重发；退票次数满了的暂停，改正账户后才再发；现在不应发放或金额变了的列出，不重发。

    例：jiping pay reissue 1a2b3c4d5e6f --on 2024-04-22 --data 业务数据

    退出码：0 没有变化；1 有列出的变化，要由人核实。
    """
    from jiping.cli.payments import changes_sheet, sent_line
    from jiping.cli.screen import console
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.pay.reissuing import reissue_failed
    from jiping.use_cases.pay.sending import Manner

    manner = Manner(out, format.value, encoding.value)
    day = options.day(on) or options.today()
    done = reissue_failed(number, day, data or COUNTY, manner, engine=engine, folders=pack_dir)
    held = done.held.changed
    if held:
        console().print(changes_sheet(held, done.held.reasons))
        typer.echo("以上没有重发：封存以后有变化。")
    if done.sent is not None:
        typer.echo(sent_line(done.sent))
    elif not held:
        typer.echo("没有可以重发的退票；暂停发放的，请先改正收款账户登记再运行。")
    if held:
        raise typer.Exit(1)
