"""`jiping new`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def new(
    project: Annotated[str, typer.Option("--project", metavar="名称", help="项目名称。")],
    pack: options.Pack = options.OWN_PACK,
    unit: Annotated[str | None, typer.Option("--unit", metavar="单位", help="填报单位。")] = None,
    year: Annotated[int | None, typer.Option("--year", metavar="年度", help="项目年度。")] = None,
    output: Annotated[Path | None, typer.Option("--output", metavar="文件", help="写到文件；不写则显示。")] = None,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """给出一份空白自评表（YAML），带说明，填好后可计分、校核、出文。

    例：jiping new --project 办公设备购置 --year 2024 --output 办公设备.yaml
    """
    from jiping.use_cases.new import new as blank
    from jiping.use_cases.output import put_new

    text = blank(project, pack, unit=unit, year=year, on=options.day(on), folders=pack_dir)
    if output is None:
        typer.echo(text, nl=False)
        return
    put_new(output, text.encode())
    typer.echo(f"已写出 {output}。填好后运行：jiping check {output}")
