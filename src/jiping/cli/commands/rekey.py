"""`jiping rekey`."""

from pathlib import Path
from typing import Annotated

import typer


def rekey(
    config: Annotated[Path, typer.Option(metavar="文件", help="站点的 config.toml。")] = Path("config.toml"),
    resume: Annotated[bool, typer.Option("--resume", help="上次换到一半停下，接着换，不再生成新密钥。")] = False,
) -> None:
    """更换加密密钥：生成一把新的，把身份证号等加密的内容全部改用它；可以边用边换。

    例：jiping rekey --config /srv/jiping/config.toml
    """
    from jiping.cli.site import manage

    manage(config, "rekey", *(("--resume",) if resume else ()))
