"""`jiping generate`."""

from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from jiping.cli import options


def generate(
    persons: Annotated[
        int, typer.Option("--persons", metavar="人数", min=1, max=50_000_000, help="参保人员有多少。")
    ] = 200_000,
    seed: Annotated[int, typer.Option("--seed", metavar="种子", min=0, help="相同则生成的文件逐字节相同。")] = 2024,
    year: Annotated[
        int, typer.Option("--year", metavar="年度", min=2020, max=2035, help="业务记录属于哪一年。")
    ] = 2024,
    out: options.Out = Path("out/county"),
) -> None:
    """生成一个并不存在的县的业务数据，供各项业务演示计算；人、单位、地址都是合成的。

    例：jiping generate --persons 200000 --seed 2024 --out 演示数据
    """
    from jiping.cli.screen import console, steps, table
    from jiping.synthetic.county import County
    from jiping.use_cases import generate as county

    begun = monotonic()
    with steps() as tell:
        card = county.generate(County(persons, seed, year), out, tell)
    sheet = table("文件", "内容", ">行数", ">大小（KB）", title=f"合成数据：{persons} 人，种子 {seed}，{year} 年度")
    for each in card.tables:
        sheet.add_row(f"{each.name}.parquet", each.title, f"{each.rows:,}", f"{each.size // 1024:,}")
    screen = console()
    screen.print(sheet)
    screen.print(
        f"有意放入的难例 {len(card.cases)} 种，见 [bold]{out}/README.md[/bold]；用时 {monotonic() - begun:.1f} 秒"
    )
