"""`jiping score`."""

from typing import Annotated

import typer

from jiping.cli import options


def score(
    files: options.Files,
    pack: Annotated[
        list[str], typer.Option("--pack", metavar="规则包", help="按哪个规则包计分；多次给出则并列比较。")
    ] = [options.OWN_PACK],
    explain: Annotated[bool, typer.Option("--explain", help="写出每一行的计算过程。")] = False,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """按规则包计算每一行得分、总分和等次，与自评得分并列。

    例：jiping score 自评.docx --pack rugao-2024 --pack national --explain
    """
    from jiping.cli.readings import all_masked
    from jiping.cli.screen import console
    from jiping.cli.sheets import score_sheet
    from jiping.use_cases.score import score as evaluate

    for filing in all_masked(files, pack_dir):
        evaluations = [evaluate(filing, name, options.day(on), pack_dir) for name in pack]
        console().print(score_sheet(evaluations, explain=explain))
