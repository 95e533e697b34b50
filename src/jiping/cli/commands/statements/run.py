"""`jiping statements run`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options, statement_options


def run(
    year: statement_options.BusinessYear,
    out: Annotated[
        Path, typer.Option("--out", metavar="文件夹", help="写到哪个文件夹；中断后写同一个文件夹接着打印。")
    ] = Path("对账单"),
    data: options.Data = None,
    batch: Annotated[int, typer.Option("--batch", metavar="份", min=1, help="每册最多多少份。")] = 5000,
    key_file: statement_options.KeyFile = None,
    look: statement_options.StatementLook = None,
    on: statement_options.PrintedOn = None,
    engine: Annotated[
        str, typer.Option("--engine", metavar="引擎", help="duckdb:// 或 Spark：local[2]、spark://主机:端口。")
    ] = "duckdb://",
    processes: Annotated[
        int, typer.Option("--processes", metavar="个", min=0, help="几个进程同时打印；0 为每个核一个。")
    ] = 0,
    pack: options.Pack = options.DEFAULT_PACK,
    pack_dir: options.PackFolders = [],
) -> None:
    """打印全部对账单：先查名册，按投递段成册，抽页比对后放行；中断了再运行一次，从最后一册接着打，不重不漏。

    例：jiping statements run --year 2024 --data 业务数据 --out 对账单
    """
    from jiping.cli.printed import released
    from jiping.cli.progress import progress
    from jiping.cli.screen import console, steps
    from jiping.printing.job import run as run_job
    from jiping.printing.roster import Asked
    from jiping.use_cases.county import data_folder

    with steps() as tell:
        folder = data_folder(data, tell)
    asked = Asked(year, folder, pack, pack_dir, engine, options.day(on))
    with progress() as told:
        done = run_job(
            asked, statement_options.manner(folder, key_file, look, batch=batch, processes=processes), out, told
        )
    console().print(released(done))
    typer.echo(
        f"已写入 {out}：print 里是打印文件，manifest 是清单，ticket.json 是任务单，postal.csv 是邮政汇总，exceptions.csv 是例外。"
    )
