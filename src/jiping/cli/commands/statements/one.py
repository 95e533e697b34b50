"""`jiping statements one`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options, statement_options


def one(
    person: Annotated[int, typer.Argument(metavar="个人编号", min=1, help="打印谁的对账单。")],
    year: statement_options.BusinessYear,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="文件", help="写到哪个 PDF 文件；不写则为 对账单-单号.pdf。")
    ] = None,
    data: options.Data = None,
    key_file: statement_options.KeyFile = None,
    look: statement_options.StatementLook = None,
    on: statement_options.PrintedOn = None,
    force: options.Force = False,
    pack: options.Pack = options.DEFAULT_PACK,
    pack_dir: options.PackFolders = [],
) -> None:
    """单独打印一个人的对账单，选择电子送达的也可以。

    例：jiping statements one 1000014868 --year 2024 --data 业务数据
    """
    from jiping.cli.screen import steps
    from jiping.printing.roster import Asked
    from jiping.printing.specimen import one_statement
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.output import put, refuse_replacing

    with steps() as tell:
        folder = data_folder(data, tell)
        asked = Asked(year, folder, pack, pack_dir, printed_on=options.day(on))
        number, written = one_statement(asked, person, statement_options.manner(folder, key_file, look))
    path = out or Path(f"对账单-{number}.pdf")
    if not force:
        refuse_replacing([path])
    put(path, written)
    typer.echo(f"已写入 {path}")
