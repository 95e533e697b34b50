"""`jiping serve`."""

from pathlib import Path
from typing import Annotated

import typer

DEMO_SITE = Path("out/site")


def serve(
    host: Annotated[str, typer.Option(metavar="地址", help="在哪个网络地址上等候浏览器。")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="端口", min=1, max=65535, help="端口。")] = 8000,
    config: Annotated[
        Path | None, typer.Option(metavar="文件", help="站点的 config.toml；不写则开演示站点（out/site）。")
    ] = None,
) -> None:
    """打开网页版：填报、审定、审核、公开。不写 --config 时是演示站点，内容是合成的。

    例：jiping serve --port 8000
    """
    from jiping.cli.screen import steps
    from jiping.cli.site import manage
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.new_site import new_site

    if config is None:
        with steps() as tell:
            config = new_site(DEMO_SITE, demo=True, data=data_folder(None, tell))
    manage(config, "serve", f"--host={host}", f"--port={port}")
