"""`jiping statements events`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def events(
    source: Annotated[Path, typer.Argument(metavar="文件", help="送达登记：xlsx、csv 或 Parquet，每件事一行。")],
    data: Annotated[Path, typer.Option("--data", metavar="文件夹", help="导入了业务数据的文件夹。")] = Path("业务数据"),
    run: Annotated[
        Path | None,
        typer.Option("--run", metavar="文件夹", help="jiping statements run 写出的文件夹：新打印的先记入台账。"),
    ] = None,
    printed: Annotated[
        str | None, typer.Option("--printed", metavar="日期", help="与 --run 同用：哪一天打印的。")
    ] = None,
    pack: options.Pack = options.DEFAULT_PACK,
    pack_dir: options.PackFolders = [],
) -> None:
    """登记送达：寄出、窗口领取、电子推送、退信及原因、补寄、查看，记入送达台账，按期送达率、退信率等随之更新。

    例：jiping statements events 邮政回执.csv --data 业务数据 --run 对账单 --printed 2025-02-10
    """
    from jiping.cli.imported import show
    from jiping.cli.screen import steps
    from jiping.datasets.importing import Order
    from jiping.domain.errors import JipingError
    from jiping.printing.delivering import EVENTS, register
    from jiping.printing.released import Printed
    from jiping.rulepack.load import load_pack
    from jiping.use_cases.packs import ANY_DAY

    if (run is None) != (printed is None):
        raise JipingError("--run 和 --printed 要同时写。", remedy="请写明打印结果的文件夹和打印日期。")
    rules = load_pack(pack, ANY_DAY, pack_dir)
    job = None if run is None or printed is None else Printed(run, options.given_day(printed))
    with steps() as tell:
        done = register(source, data, rules, tell, job)
    show(done.events, Order(rules.tables[EVENTS], [str(source)]))
    for each in done.hindrances:
        typer.echo(each)
    if done.ledger is None or done.ledger.snapshot is None:
        raise typer.Exit(1)
    typer.echo(f"送达台账现有 {done.ledger.snapshot.rows:,} 份，快照 {done.ledger.snapshot.sha256[:16]}。")
