"""`jiping backup`."""

from pathlib import Path
from typing import Annotated

import typer


def backup(
    to: Annotated[Path | None, typer.Option(metavar="文件夹", help="备份放在哪里；不写则放在站点的 backups。")] = None,
    config: Annotated[Path, typer.Option(metavar="文件", help="站点的 config.toml。")] = Path("config.toml"),
) -> None:
    """备份站点：数据库、上传的文件、业务数据、配置和密钥，合为一个 zip，不用停止服务。

    备份里有密钥，要与密钥同样保管，并存到另一台机器。

    例：jiping backup --config /srv/jiping/config.toml --to /mnt/backup
    """
    from jiping.cli.site import manage

    manage(config, "backup", f"--to={to or config.resolve().parent / 'backups'}")
