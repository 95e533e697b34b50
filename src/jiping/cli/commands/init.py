"""`jiping init`."""

from pathlib import Path
from typing import Annotated

import typer

SQLITE = "sqlite:///jiping.sqlite3"


def init(
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="站点放在哪个文件夹。")],
    unit: Annotated[str, typer.Option(metavar="名称", help="最上级单位的名称；不写则询问。")] = "",
    database: Annotated[
        str, typer.Option(metavar="地址", help="数据库；或 postgresql://用户:密码@主机/库名。")
    ] = SQLITE,
) -> None:
    """建立一个正式站点：空的数据库、密钥、配置和最初三位管理员。

    三位管理员逐一询问；在脚本里由标准输入给出三行“账号,姓名,初始密码”，依次是系统、安全、审计管理员。
    中途停下可以再运行一次，已有的配置和密钥不会被覆盖。

    例：jiping init /srv/jiping --unit 如皋市财政局
    """
    from jiping.cli.site import manage
    from jiping.use_cases.new_site import new_site

    config = new_site(folder, demo=False, data=folder / "data", database=database)
    manage(config, "found", f"--unit={unit}")
