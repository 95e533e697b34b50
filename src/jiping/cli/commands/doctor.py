"""`jiping doctor`."""

from pathlib import Path
from typing import Annotated

import typer


def doctor(
    config: Annotated[Path, typer.Option(metavar="文件", help="站点的 config.toml。")] = Path("config.toml"),
) -> None:
    """检查安装：配置、密钥、数据库、磁盘、时钟、字体、备份、后台、留痕；有问题的写明怎么办。

    退出码：0 都正常，1 有要留意的，2 有问题。例：jiping doctor --config /srv/jiping/config.toml
    """
    from jiping.cli.site import manage

    manage(config, "doctor")
