"""`jiping decide`."""

from typing import Annotated

import typer

from jiping.cli import options


def decide(
    programme: Annotated[str, typer.Argument(metavar="业务", help="逐人核定的业务，如 transfer_subsidy。")],
    person: Annotated[int, typer.Option("--person", metavar="编号", help="个人编号。", min=1)],
    year: Annotated[
        int,
        typer.Option(
            "--year", metavar="年度", help="哪一年的业务（发放年度），与 jiping measure 相同。", min=2000, max=2100
        ),
    ] = 2024,
    data: options.Data = None,
    on: options.On = None,
    pack: options.Pack = options.DEFAULT_PACK,
    pack_dir: options.PackFolders = [],
) -> None:
    """核定一个人：逐条说明符合或不符合、看到的情况、怎样才会改变、依据什么；证件号码遮盖。

    例：jiping decide transfer_subsidy --person 1000184001 --year 2024
    """
    from jiping.cli.decisions import decision_sheets
    from jiping.cli.screen import console, steps
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.decide import decide as decided

    with steps() as tell:
        found = decided(programme, person, year, data_folder(data, tell), pack, on=options.day(on), folders=pack_dir)
    console().print(decision_sheets(found))
