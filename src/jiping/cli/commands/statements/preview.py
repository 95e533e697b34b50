"""`jiping statements preview`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options, statement_options


def preview(
    year: statement_options.BusinessYear,
    out: Annotated[Path, typer.Option("--out", metavar="文件", help="写到哪个 PDF 文件。")] = Path("对账单样张.pdf"),
    data: options.Data = None,
    count: Annotated[int, typer.Option("--count", metavar="份", min=0, help="另外随机抽几份。")] = 20,
    seed: Annotated[int, typer.Option("--seed", metavar="数", help="抽样的种子；同一种子抽到同样的人。")] = 2024,
    key_file: statement_options.KeyFile = None,
    look: statement_options.StatementLook = None,
    on: statement_options.PrintedOn = None,
    force: options.Force = False,
    pack: options.Pack = options.DEFAULT_PACK,
    pack_dir: options.PackFolders = [],
) -> None:
    """打印样张供领导签字：第一份、最后一份、字最多的一份和随机抽的若干份；同时列出名册检查的结果。

    例：jiping statements preview --year 2024 --data 业务数据 --out 对账单样张.pdf
    """
    from jiping.cli.printed import looked_over
    from jiping.cli.screen import console, steps
    from jiping.printing.roster import Asked
    from jiping.printing.specimen import preview as specimen
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.output import refuse_replacing

    if not force:
        refuse_replacing([out])
    with steps() as tell:
        folder = data_folder(data, tell)
        tell("查名册、打样张")
        asked = Asked(year, folder, pack, pack_dir, printed_on=options.day(on))
        found, pages = specimen(asked, statement_options.manner(folder, key_file, look), out, count, seed)
    console().print(looked_over(found))
    typer.echo(f"已写入 {out}，{pages} 页。签字后运行：jiping statements run --year {year}")
