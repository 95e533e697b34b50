"""`jiping pay seal`."""

from typing import Annotated

import typer

from jiping.cli import options


def seal(
    number: options.ListNumber,
    on: options.DayOfAct = None,
    strike: Annotated[
        bool, typer.Option("--strike", help="划去复核有变化的人，其余照封；不写则有变化就不封存。")
    ] = False,
    engine: options.Engine = options.DUCKDB,
    data: options.Data = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """发放前逐笔复核，无变化的记入发放台账；同一人、同一种类、同一年度只能记一次，重复运行不会重复发放。

    例：jiping pay seal 1a2b3c4d5e6f --on 2024-04-12 --data 业务数据
    """
    from jiping.cli.payments import changes_sheet
    from jiping.cli.screen import console, steps
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.pay.sealing import seal_list

    day = options.day(on) or options.today()
    with steps() as tell:
        done = seal_list(number, day, data or COUNTY, strike=strike, engine=engine, folders=pack_dir, tell=tell)
    if done.changed:
        console().print(changes_sheet(done.changed, done.reasons))
    if done.sealed is None:
        typer.echo("名单没有封存，一笔也没有记入台账。核实后加 --strike 划去这些人，或重新运行 jiping pay list。")
        raise typer.Exit(1)
    found = done.sealed.list
    typer.echo(f"已封存 {found.count:,} 笔，批准日期 {done.sealed.approval.approved_on}，校验值 {found.sha256}")
    typer.echo(f"下一步送银行：jiping pay export {found.id}")
