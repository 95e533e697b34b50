"""`jiping overview`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def overview(
    files: options.Piles,
    out: options.Out = Path("总览"),
    pages: Annotated[
        int,
        typer.Option(
            "--pages", metavar="份数", min=0, help="给风险最高的几份画出读取页面，意见直接连到所在的单元格；0 为不画。"
        ),
    ] = 100,
    pack: options.Pack = options.OWN_PACK,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
    resume: options.Resume = False,
    force: options.Force = False,
) -> None:
    """把许多份自评按风险排序，写成网页和工作簿：先看哪几份、哪些单位、哪类问题。

    例：jiping overview 报送材料/ --out 总览
    """
    from jiping.batch.drawn import draw
    from jiping.cli.ranked import ranked
    from jiping.cli.screen import steps
    from jiping.use_cases.output import refuse_filled
    from jiping.use_cases.overview import write_overview

    if not force:
        refuse_filled(out)
    with ranked(files, pack, on, pack_dir, out, resume=resume) as (batch, work), steps() as tell:
        first = (each.dossier.subject.file for each in batch.ranked[:pages])
        written = write_overview(batch, out, draw(work, first, out, tell))
    bands = "，".join(f"{band} {batch.bands[band]} 份" for band in batch.weights.risk_bands)
    unread = f"、没有读出的文件 {batch.unread} 个" if batch.unread else ""
    typer.echo(f"自评 {batch.filings} 份{unread}、单位 {batch.named_units} 个。风险：{bands}。")
    for path in written:
        typer.echo(path)
