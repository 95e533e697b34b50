"""`jiping replay`."""

from typing import Annotated

import typer

from jiping.cli import options


def replay(
    number: Annotated[str, typer.Argument(metavar="编号", help="凭据编号，如 PF02-2024-0a1b2c3d4e5f。")],
    data: options.Data = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """重算一张计量凭据：数字还对不对，现在的口径和规则有没有变。

    有出入时退出码为 1。例：jiping replay PF02-2024-0a1b2c3d4e5f
    """
    from jiping.cli.figures import replay_sheet
    from jiping.cli.screen import console
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.replay import replay as replayed

    found = replayed(number, data or COUNTY, pack_dir)
    console().print(replay_sheet(found))
    if not found.stands or found.drift:
        raise typer.Exit(1)
