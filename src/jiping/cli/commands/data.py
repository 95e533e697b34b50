"""`jiping data`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def data(
    folder: Annotated[Path, typer.Argument(metavar="[文件夹]", help="数据文件夹。")] = Path("业务数据"),
    schema: Annotated[
        str | None, typer.Option("--schema", metavar="表", help="列出一张业务表的列和可用的表头。")
    ] = None,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="文件", help="与 --schema 同用：写出这张表的空白 xlsx。")
    ] = None,
    pack: options.Pack = options.DEFAULT_PACK,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """列出数据文件夹里有哪些表、多少行、属于哪一期间、从哪里来；或说明一张业务表怎么填。

    例：jiping data 业务数据；jiping data --schema contributions --template 缴费明细.xlsx
    """
    from jiping.cli.holdings import show_columns, show_holdings
    from jiping.domain.errors import JipingError
    from jiping.rulepack.load import load_pack
    from jiping.use_cases import import_data
    from jiping.use_cases.blank_table import write_blank_table
    from jiping.use_cases.packs import ANY_DAY

    if schema is None and template is not None:
        raise JipingError("没有写明要哪一张表的空白表。", remedy="请同时写 --schema 表名。")
    rules = load_pack(pack, options.day(on) or ANY_DAY, pack_dir)
    if schema is None:
        show_holdings(import_data.holdings(folder), rules.tables)
        return
    declared = import_data.table_named(schema, rules)
    show_columns(declared)
    if template is not None:
        typer.echo(write_blank_table(declared, template))
