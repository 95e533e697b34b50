"""`jiping sample`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def sample(
    files: options.Piles,
    seed: Annotated[str, typer.Option("--seed", metavar="种子", help="抽样种子，如当众掷出的数字；相同则抽出相同。")],
    size: Annotated[
        int | None, typer.Option("--size", metavar="份数", min=1, help="共抽几份；不写则按规则包的各层比例。")
    ] = None,
    out: options.Out = Path("抽样"),
    pack: options.Pack = options.OWN_PACK,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
    resume: options.Resume = False,
    force: options.Force = False,
) -> None:
    """按金额和风险分层抽取复核对象，写出可以重做的抽样记录和复核底稿。

    例：jiping sample 报送材料/ --seed 20250331 --out 抽样
    """
    from jiping.batch.subjects import scored_in
    from jiping.cli.drawn import say_missed
    from jiping.cli.ranked import ranked
    from jiping.cli.screen import console, table
    from jiping.reports.batch.drawing import coverage
    from jiping.use_cases import sample as draw
    from jiping.use_cases.output import refuse_filled

    if not force:
        refuse_filled(out)
    with ranked(files, pack, on, pack_dir, out, resume=resume) as (batch, work):
        drawn = draw.sample(batch, seed, size)
        written = draw.write_sample(drawn, batch, scored_in(work), out)
    layers = table("层（风险·金额）", ">比例", ">份数", ">抽取", ">为覆盖单位补抽", title="分层")
    for each in drawn.strata:
        layers.add_row(each.name, f"{each.rate * 100:f}%", str(each.population), str(each.drawn), str(each.added))
    covered = table("覆盖", ">抽取", ">全部", ">占比")
    for row in coverage(drawn):
        covered.add_row(*row)
    screen = console()
    screen.print(layers)
    screen.print(covered)
    say_missed(drawn)
    for path in written:
        typer.echo(path)
