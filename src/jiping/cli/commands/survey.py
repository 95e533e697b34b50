"""`jiping survey`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options

_DAY = "日期"


def survey(
    programme: Annotated[str, typer.Argument(metavar="业务", help="对哪项业务的服务对象作调查。")],
    year: Annotated[int, typer.Option("--year", metavar="年度", help="哪一年服务过的人。", min=2000, max=2100)],
    seed: Annotated[str, typer.Option("--seed", metavar="种子", help="抽样种子，如当众掷出的数字；相同则抽出相同。")],
    drawn_on: Annotated[str, typer.Option("--on", metavar=_DAY, help="抽样日期。")],
    closed_on: Annotated[str, typer.Option("--closes", metavar=_DAY, help="截止日期，此后收回的不计。")],
    data: options.Data = None,
    out: options.Out = Path("满意度调查"),
    pack: options.Pack = options.DEFAULT_PACK,
    pack_dir: options.PackFolders = [],
    force: options.Force = False,
) -> None:
    """算出满意度调查要多少份答卷，从服务记录中分层抽出要问的人，写出名单、问卷和登记。

    例：jiping survey handbook --year 2024 --seed 385172 --on 2024-11-25 --closes 2024-12-20
    """
    from jiping.cli.screen import console, steps, table
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.output import refuse_replacing
    from jiping.use_cases.survey import WRITTEN, Plan, prepare

    if not force:
        refuse_replacing(out / each for each in WRITTEN)
    plan = Plan(programme, year, seed, options.given_day(drawn_on), options.given_day(closed_on))
    with steps() as tell:
        folder = data_folder(data, tell)
        tell("抽样")
        prepared = prepare(plan, folder, out, pack, pack_dir)
    sheet = table("镇（街道）", ">服务对象", ">抽取", title=f"服务对象 {prepared.population} 人")
    for each in prepared.strata:
        sheet.add_row(each.name, f"{each.people:,}", f"{each.seats:,}")
    screen = console()
    screen.print(sheet)
    screen.print(f"至少要有 {prepared.needed} 份有效答卷，按预计回收率发放 {prepared.invited} 份。")
    for path in prepared.written:
        typer.echo(path)
