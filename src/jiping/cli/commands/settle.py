"""`jiping settle`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def settle(
    programme: Annotated[str, typer.Argument(metavar="业务", help="目前有 loan_interest_subsidy。")],
    year: Annotated[int, typer.Option("--year", metavar="年度", help="结算哪一年。", min=2000, max=2100)],
    out: Annotated[
        Path, typer.Option("--out", metavar="文件", help="写到哪个文件，扩展名决定格式：xlsx、docx、pdf 等。")
    ],
    data: options.Data = None,
    pack: options.Pack = options.DEFAULT_PACK,
    engine: options.Engine = options.DUCKDB,
    pack_dir: options.PackFolders = [],
    force: options.Force = False,
) -> None:
    """年终结算：逐笔核对财政应负担的利息与银行清单，对清预拨资金，写出结算表。

    例：jiping settle loan_interest_subsidy --year 2024 --out 贴息结算.xlsx
    """
    from jiping.cli.screen import steps
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.output import refuse_replacing
    from jiping.use_cases.settle import settle as settled
    from jiping.use_cases.settle import write_settlement

    if not force:
        refuse_replacing([out])
    with steps() as tell:
        folder = data_folder(data, tell)
        tell("逐笔计息")
        settlement = settled(programme, year, folder, pack, engine=engine, folders=pack_dir)
        written = write_settlement(settlement, out)
    unlike = sum(each.computed != each.listed for each in settlement.lines)
    compared = (
        f"{unlike} 笔与银行清单不一致"
        if settlement.has_list
        else f"没有导入 {year} 年的银行贴息清单，没有核对（先运行 jiping import bank_interest）"
    )
    typer.echo(f"{len(settlement.lines)} 笔贷款，{compared}。")
    typer.echo(written)
