"""`jiping pay list`."""

from typing import Annotated

import typer

from jiping.cli import options


def list_(
    programme: Annotated[str, typer.Argument(metavar="业务", help="发放哪项业务的补助，如 transfer_subsidy。")],
    year: Annotated[int, typer.Option("--year", metavar="年度", help="发放年度。", min=2000, max=2100)],
    on: options.DayOfAct = None,
    data: options.Data = None,
    pack: options.Pack = options.DEFAULT_PACK,
    engine: options.Engine = options.DUCKDB,
    pack_dir: options.PackFolders = [],
) -> None:
    """按规则算出应发的人和金额，写成发放名单；名单编号由内容得出，改动一个字就对不上。

    例：jiping pay list transfer_subsidy --year 2024 --on 2024-04-01 --data 业务数据
    """
    from jiping.cli.payments import list_sheet
    from jiping.cli.screen import console, steps
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.pay.listing import draw_up

    with steps() as tell:
        listed = draw_up(
            programme,
            year,
            options.day(on) or options.today(),
            data_folder(data, tell),
            pack,
            engine=engine,
            folders=pack_dir,
            tell=tell,
        )
    console().print(list_sheet(listed))
    typer.echo(f"名单存入 {listed.draft.path}；下一步公示：jiping pay publish {listed.draft.list.id}")
