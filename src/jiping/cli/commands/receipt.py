"""`jiping receipt`."""

from typing import Annotated

import typer

from jiping.cli import options


def receipt(
    number: Annotated[str, typer.Argument(metavar="编号", help="凭据编号，如 PF02-2024-0a1b2c3d4e5f。")],
    rows: Annotated[bool, typer.Option("--rows", help="打开数字背后的记录。")] = False,
    sql: Annotated[bool, typer.Option("--sql", help="写出查询语句，可以用别的程序复算。")] = False,
    limit: Annotated[int, typer.Option("--limit", metavar="条数", min=1, help="最多看多少条。")] = 20,
    reveal: Annotated[
        bool, typer.Option("--reveal", help="不遮盖姓名、身份证号等个人信息；请确有必要再用，每次都登记在案。")
    ] = False,
    data: options.Data = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """查看一张计量凭据：数字怎么来的，背后是哪些记录；个人信息默认遮盖。

    例：jiping receipt PF02-2024-0a1b2c3d4e5f --rows
    """
    from datetime import datetime
    from getpass import getuser

    from jiping.cli.figures import queries, receipt_sheet, rows_sheet
    from jiping.cli.screen import console
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.disclosure import record_disclosure
    from jiping.use_cases.receipt import open_rows
    from jiping.use_cases.receipt import receipt as found

    folder = data or COUNTY
    measured = found(number, folder)
    screen = console()
    screen.print(receipt_sheet(measured))
    if sql:
        typer.echo(queries(measured))
    if rows and reveal:
        now = datetime.now()  # noqa: DTZ005, TID251 - office hours are local time
        typer.echo(f"这次查看已登记：{record_disclosure(number, limit, getuser(), now, folder)}", err=True)
    for side in open_rows(measured, folder, limit, reveal=reveal, folders=pack_dir) if rows else ():
        screen.print(rows_sheet(side))
