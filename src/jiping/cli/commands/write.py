"""`jiping write`."""

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options
from jiping.cli.aside import say


def write(
    files: options.Files,
    to: Annotated[str, typer.Option("--to", metavar="格式", help="写成哪些格式，用逗号隔开。")] = "docx,xlsx,pdf,html",
    layout: Annotated[
        str | None, typer.Option("--layout", metavar="表样", help="用哪个表样；不写则按材料种类选。")
    ] = None,
    out: options.Out = Path("out"),
    pack: options.Pack = options.OWN_PACK,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
    force: options.Force = False,
) -> None:
    """写出正式文书：得分由规则算出，评分依据写明算式与佐证。

    例：jiping write 自评.yaml --to docx,pdf --out 报送
    """
    from jiping.cli.readings import all_filings
    from jiping.use_cases.output import refuse_input, refuse_replacing
    from jiping.use_cases.rescored import rescored
    from jiping.use_cases.score import score
    from jiping.use_cases.unheld import unheld
    from jiping.use_cases.write import document, paths, write_all

    evaluations = [score(filing, pack, options.day(on), pack_dir) for filing in all_filings(files, pack_dir)]
    formats = to.split(",")
    for path in chain.from_iterable(paths(evaluations, formats, out)):
        refuse_input(path, files)
        if not force:
            refuse_replacing([path])
    for evaluation in evaluations:
        for told in rescored(evaluation):
            say(f"提请注意：{told}")
        lost = unheld(evaluation.filing, document(evaluation, layout), pack_dir)
        if lost:
            say(f"提请注意：{evaluation.filing.label}：所用表样没有地方写{'、'.join(lost)}，文书里没有。")
    for path in write_all(evaluations, formats, out, layout, inputs=files):
        typer.echo(path)
