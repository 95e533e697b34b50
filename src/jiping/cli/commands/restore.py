"""`jiping restore`."""

from pathlib import Path
from typing import Annotated

import typer


def restore(
    archive: Annotated[Path, typer.Argument(metavar="备份", help="jiping backup 写的 zip。")],
    to: Annotated[Path, typer.Option(metavar="文件夹", help="恢复到哪个文件夹。")],
    force: Annotated[bool, typer.Option("--force", help="盖掉已有的站点；请先停止服务。")] = False,
) -> None:
    """由备份恢复站点：先核对每个文件的校验值，全部无误才放到位；数据库随后升级到现在的版本，并核验留痕。

    例：jiping restore jiping-20250321-020000.zip --to /srv/jiping
    """
    from jiping.cli.site import manage
    from jiping.use_cases.new_site import CONFIG
    from jiping.use_cases.site_archive import archive_unpack

    backup = archive_unpack(archive, to, force=force)
    if backup.aside is not None:
        typer.echo(f"原来的站点移到了 {backup.aside}，核对无误后再删。")
    words = ("--force",) if force else ()
    manage(to / CONFIG, "restored", f"--archive={archive.name}", *words)
