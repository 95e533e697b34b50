"""`jiping replay`."""

from typing import Annotated

import typer

from jiping.cli import options


def replay(
    number: Annotated[
        str,
        typer.Argument(
            metavar="编号", help="凭据编号，如 PF02-2024-0a1b2c3d4e5f；或核定记录的编号，如 TS-2024-0a1b2c3d4e5f。"
        ),
    ],
    data: options.Data = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """重算一张计量凭据，或重新核定一份核定记录：当时的数据还给得出同样的结果吗，现在的口径和规则变了没有。

    有出入时退出码为 1。例：jiping replay PF02-2024-0a1b2c3d4e5f
    """
    from jiping.cli.decisions import replayed_decision_sheet
    from jiping.cli.figures import replay_sheet
    from jiping.cli.screen import console
    from jiping.domain.decision import DECISION_ID
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.replay import replay as replayed
    from jiping.use_cases.replay_decision import replay_decision

    if DECISION_ID.fullmatch(number):
        again = replay_decision(number, data or COUNTY, pack_dir)
        console().print(replayed_decision_sheet(again))
        raise typer.Exit(1 if again.drift else 0)
    found = replayed(number, data or COUNTY, pack_dir)
    console().print(replay_sheet(found))
    if not found.stands or found.drift:
        raise typer.Exit(1)
