"""`jiping verify`."""

from pathlib import Path
from typing import Annotated

import typer


def verify(
    bundle: Annotated[Path, typer.Argument(metavar="封存包", help="留痕页或自评页导出的 zip。")],
) -> None:
    """核对一份封存包或留痕导出包：有没有人动过，按规则重算还是不是当时的结果。不需要数据库，也不联网。

    退出码：0 没有动过，重算一致；1 动过，或重算有出入；2 不是封存包。例：jiping verify 封存包.zip
    """
    from jiping.use_cases.bundle.verifying import verify as verified
    from jiping.use_cases.trail_package import is_trail

    if is_trail(bundle):
        _verify_trail(bundle)
        return
    found = verified(bundle)
    typer.echo(
        f"{found.unit} {found.year} 年度 {found.project}：封存版本 {found.versions} 个，留痕 {found.events} 条。"
    )
    for each in found.broken:
        typer.echo(f"不符：{each}。")
    if found.broken:
        typer.echo("结论：封存包被改动过，不能作为依据。")
        raise typer.Exit(1)
    typer.echo("文件、封存校验值和留痕链都相符。")
    typer.echo(f"请与留痕页核对：第 {found.last} 条的校验值应是 {found.end}。")
    for each in found.drifted:
        typer.echo(f"出入：{each}。")
    typer.echo("结论：材料没有动过，但现在重算有出入。" if found.drifted else "结论：材料没有动过，重算结果相同。")
    if found.drifted:
        raise typer.Exit(1)


def _verify_trail(package: Path) -> None:
    from jiping.use_cases.trail_package import verify_trail

    found = verify_trail(package)
    typer.echo(f"留痕第 {found.span.first} 条至第 {found.span.last} 条，文件里有 {found.events} 条。")
    if found.broken_at is not None:
        typer.echo(f"结论：第 {found.broken_at} 条起不连续，导出包被改动过，不能作为依据。")
        raise typer.Exit(1)
    if found.altered:
        typer.echo("结论：文件与清单上的校验值不符，请重新导出。")
        raise typer.Exit(1)
    typer.echo(f"请与留痕页核对：第 {found.span.last} 条的校验值应是 {found.span.end}。")
    typer.echo("结论：没有人动过。")
