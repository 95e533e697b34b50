"""`jiping measure`."""

from typing import Annotated

import typer

from jiping.cli import options


def measure(
    programme: Annotated[
        str,
        typer.Argument(
            metavar="业务",
            help="personal_statement、handbook、coverage_expansion、loan_interest_subsidy、operating_expense、"
            "transfer_subsidy，或 all。",
        ),
    ],
    year: Annotated[int, typer.Option("--year", metavar="年度", help="计量哪一年。", min=2000, max=2100)],
    data: options.Data = None,
    pack: options.Pack = options.DEFAULT_PACK,
    engine: options.Engine = options.DUCKDB,
    pack_dir: options.PackFolders = [],
) -> None:
    """由业务记录算出指标值，每个数字留一张凭据。

    例：jiping measure transfer_subsidy --year 2024
    """
    from jiping.cli.figures import figures_sheet
    from jiping.cli.screen import console, steps
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.measure import measure as measured

    with steps() as tell:
        folder = data_folder(data, tell)
        found = measured(programme, year, folder, pack, engine=engine, folders=pack_dir, tell=tell)
    console().print(figures_sheet(found, year))
    typer.echo(
        f"凭据已存入 {folder / 'receipts' / str(year)}；打开：jiping receipt 编号 --rows；重算：jiping replay 编号"
    )
