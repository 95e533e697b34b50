"""`jiping recheck`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def recheck(
    programme: Annotated[str, typer.Argument(metavar="业务", help="逐人核定的业务，如 transfer_subsidy。")],
    before: Annotated[Path, typer.Option("--before", metavar="文件夹", help="核定时的数据。")],
    before_on: Annotated[str, typer.Option("--before-on", metavar="日期", help="核定的日期。")],
    on: Annotated[str, typer.Option("--on", metavar="日期", help="复核的日期，如发放当天。")],
    year: Annotated[
        int, typer.Option("--year", metavar="年度", help="哪一年的业务（发放年度）。", min=2000, max=2100)
    ] = 2024,
    data: options.Data = None,
    pack: options.Pack = options.DEFAULT_PACK,
    engine: options.Engine = options.DUCKDB,
    pack_dir: options.PackFolders = [],
) -> None:
    """发放前复核：与核定时相比，哪些人的哪些条件变了、谁换了收款账户。

    有变化时退出码为 1。例：jiping recheck transfer_subsidy --before 三月数据 --before-on 2024-03-20 --on 2024-04-19
    """
    from jiping.cli.decisions import changes_sheet
    from jiping.cli.screen import console, steps
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.recheck import State, changes

    with steps() as tell:
        found = changes(
            programme,
            year,
            State(before, options.given_day(before_on)),
            State(data_folder(data, tell), options.given_day(on)),
            pack,
            engine=engine,
            folders=pack_dir,
        )
    console().print(changes_sheet(found))
    if found.found:
        raise typer.Exit(1)
