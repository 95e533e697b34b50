"""`jiping draft`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def draft(
    files: options.Files,
    pack: options.Pack = options.OWN_PACK,
    output: Annotated[Path | None, typer.Option("--output", metavar="文件", help="写到文件；不写则显示。")] = None,
    redo: Annotated[bool, typer.Option("--redo", help="五个部分全部重新起草，已写的文字不留。")] = False,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """由已知数据起草空着的和仍标着【草稿】的部分，数字与数据绑定；人已写定的不动，草稿须由人改定。

    例：jiping draft 办公设备.yaml --output 办公设备-草稿.yaml
    """
    from jiping.cli.readings import all_filings
    from jiping.exchange import yaml
    from jiping.use_cases.draft import draft as with_draft
    from jiping.use_cases.draft import redraft
    from jiping.use_cases.output import put_new, refuse_existing
    from jiping.use_cases.score import score

    if output is not None:
        refuse_existing(output)
    fill = redraft if redo else with_draft
    filings = [fill(score(each, pack, options.day(on), pack_dir)) for each in all_filings(files, pack_dir)]
    text = yaml.write_all(filings)
    if output is None:
        typer.echo(text, nl=False)
    else:
        put_new(output, text.encode())
        typer.echo(f"已写出 {output}。带【草稿】的文字须由人核对改定。")
