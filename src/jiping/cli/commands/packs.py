"""`jiping packs`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def packs(
    folder: Annotated[Path | None, typer.Argument(metavar="[文件夹]", help="要检查的规则包；不写则列出全部。")] = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """列出规则包；给出文件夹则检查其中的规则包写得对不对。

    例：jiping packs 我的规则包
    """
    from jiping.cli.screen import console, table
    from jiping.use_cases import packs as known

    if folder is not None:
        found = known.faults(folder, pack_dir)
        for fault in found:
            typer.echo(f"{fault.place}：{fault.what}{fault.why}{fault.remedy}")
        typer.echo(f"{folder}：{f'有 {len(found)} 处错误。' if found else '可以使用。'}")
        raise typer.Exit(1 if found else 0)
    sheet = table("名称", "标题", "地区", "继承", "版本", "所在")
    for each in known.packs(pack_dir):
        sheet.add_row(
            each.head.name, each.head.title, each.head.region, each.head.parent or "", each.head.edition, each.folder
        )
    console().print(sheet)
