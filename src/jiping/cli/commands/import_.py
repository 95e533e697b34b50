"""`jiping import`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def import_(
    table: Annotated[
        str, typer.Argument(metavar="表", help="导入为哪一张业务表，如 contributions；不认识的表名会列出全部。")
    ],
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="文件…",
            help="xlsx、csv、Parquet 文件，或数据库的表：duckdb:文件#表名、postgresql://账号@主机/库#表名。",
        ),
    ],
    into: Annotated[Path, typer.Option("--into", metavar="文件夹", help="数据文件夹。")] = Path("业务数据"),
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="工作表", help="xlsx 里的哪一张工作表。")] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="编码", help="csv 的编码：utf-8、gb18030、utf-16；不写则自动识别。"),
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="期间", help="数据属于哪一期间：2024，或 2024-01-01/2024-06-30。")
    ] = None,
    partial: Annotated[
        bool, typer.Option("--partial", help="只导入合格的行，不合格的行写进 --rejects；不写则一行不合格就都不导入。")
    ] = False,
    rejects: Annotated[
        Path | None,
        typer.Option("--rejects", metavar="文件", help="把不合格的行连同原因写进这个 csv，改好后可再导入。"),
    ] = None,
    force: options.Force = False,
    pack: options.Pack = options.DEFAULT_PACK,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """校验名册和台账，整体导入为不可改动的快照；有不合格的行时一行也不导入，并逐行指出。

    例：jiping import contributions 缴费明细.csv --into 业务数据 --period 2024
    """
    from jiping.cli.imported import show
    from jiping.cli.screen import steps
    from jiping.datasets.importing import Order
    from jiping.rulepack.load import load_pack
    from jiping.use_cases import import_data
    from jiping.use_cases.output import refuse_replacing
    from jiping.use_cases.packs import ANY_DAY

    if rejects is not None and not force:
        refuse_replacing([rejects])
    rules = load_pack(pack, options.day(on) or ANY_DAY, pack_dir)
    schema = import_data.table_named(table, rules)
    order = Order(schema, sources, import_data.period_named(period), sheet, encoding, rejects, partial)
    with steps() as tell:
        outcome = import_data.import_records(order, into, rules, tell)
    show(outcome, order)
    if outcome.bad_rows or outcome.snapshot is None:
        raise typer.Exit(1)
