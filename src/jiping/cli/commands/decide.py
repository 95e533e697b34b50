"""`jiping decide`."""

from typing import Annotated

import typer

from jiping.cli import options


def decide(
    programme: Annotated[str, typer.Argument(metavar="业务", help="逐人核定的业务，如 transfer_subsidy。")],
    person: Annotated[int | None, typer.Option("--person", metavar="编号", help="个人编号。", min=1)] = None,
    project: Annotated[
        str | None, typer.Option("--project", metavar="编号", help="工程项目编号，用于 coverage_expansion。")
    ] = None,
    year: Annotated[
        int,
        typer.Option(
            "--year", metavar="年度", help="哪一年的业务（发放年度），与 jiping measure 相同。", min=2000, max=2100
        ),
    ] = 2024,
    data: options.Data = None,
    on: options.On = None,
    pack: options.Pack = options.DEFAULT_PACK,
    engine: options.Engine = options.DUCKDB,
    pack_dir: options.PackFolders = [],
    save: Annotated[bool, typer.Option("--save", help="存成核定记录，以后可用 jiping replay 重新核定。")] = False,
) -> None:
    """核定一个人或一个工程项目：逐条说明符合或不符合、看到的情况、怎样才会改变、依据什么；证件号码遮盖。

    例：jiping decide transfer_subsidy --person 1000184001 --year 2024 --save
    """
    from jiping.cli.decisions import decision_sheets
    from jiping.cli.screen import console, steps
    from jiping.domain.errors import JipingError
    from jiping.use_cases import decisions
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.decide import decide as decided

    subject = project if person is None else person
    if subject is None or (person is not None and project is not None):
        raise JipingError("没有写明核定谁。", remedy="请写 --person 个人编号，或 --project 项目编号，只写一个。")
    with steps() as tell:
        folder, day = data_folder(data, tell), options.day(on)
        found = decided(programme, subject, year, folder, pack, on=day, engine=engine, folders=pack_dir)
        if save:
            decisions.keep(found, folder)
    console().print(decision_sheets(found))
    if save:
        typer.echo(f"核定记录 {found.id} 已存入 {folder / 'decisions' / str(year)}；重新核定：jiping replay {found.id}")
