"""`jiping evaluate`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def evaluate(
    files: options.Files,
    data: options.Data = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="文件", help="把填好的自评材料写成 yaml；不写则只显示。")
    ] = None,
    pack: options.Pack = options.OWN_PACK,
    pack_dir: options.PackFolders = [],
    force: options.Force = False,
) -> None:
    """用业务记录填写自评材料的完成值和评分依据，再按规则计分。

    例：jiping evaluate 自评.yaml --data 业务数据 --out 自评-已计量.yaml
    """
    from jiping.cli.figures import filled_sheet
    from jiping.cli.readings import all_filings
    from jiping.cli.screen import console, steps
    from jiping.exchange import yaml
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.evaluate import evaluate as evaluated
    from jiping.use_cases.output import put, refuse_input, refuse_replacing

    refuse_input(out, files)
    if out is not None and not force:
        refuse_replacing([out])
    with steps() as tell:
        folder = data_folder(data, tell)
        found = [evaluated(each, folder, pack, folders=pack_dir, tell=tell) for each in all_filings(files, pack_dir)]
    for each in found:
        console().print(filled_sheet(each))
    if out is not None:
        typer.echo(put(out, yaml.write_all([each.evaluation.filing for each in found]).encode()))
