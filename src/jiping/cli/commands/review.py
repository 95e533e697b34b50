"""`jiping review`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def review(
    files: options.Files,
    values: Annotated[
        Path | None,
        typer.Option("--values", metavar="文件", help="填好的复核底稿（xlsx、docx）或 yaml；不写则给出空白底稿。"),
    ] = None,
    out: options.Out = Path("复核"),
    pack: options.Pack = options.OWN_PACK,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
    force: options.Force = False,
) -> None:
    """把复核人的完成值和得分放在自评旁边，算出偏差率并分四类。

    例：jiping review 自评.docx --values 复核底稿.xlsx --out 复核
    """
    from jiping.cli.readings import all_masked
    from jiping.cli.screen import console, table
    from jiping.domain.money import plain
    from jiping.use_cases import review as use_case
    from jiping.use_cases.output import refuse_replacing
    from jiping.use_cases.sample import SHEET
    from jiping.use_cases.score import score

    if not force:
        refuse_replacing(out / each for each in (use_case.RESULTS if values else (SHEET,)))
    evaluations = [score(each, pack, options.day(on), pack_dir) for each in all_masked(files, pack_dir)]
    if values is None:
        path = use_case.write_worksheet(evaluations, out)
        typer.echo(f"已写出 {path}。填好后运行：jiping review … --values {path}")
        return
    rescored = use_case.review(evaluations, use_case.read_values(values))
    written = use_case.write_review(rescored, evaluations, out)
    sheet = table("项目", ">自评得分", ">复核得分", "类别", "偏差率")
    for each in rescored:
        total = each.total
        project = each.evaluation.filing.project or ""
        sheet.add_row(project, plain(total.own), plain(total.reviewed), total.kind, total.arithmetic)
    console().print(sheet)
    for each in rescored:
        if each.caution:
            typer.echo(f"{each.evaluation.filing.label}：{each.caution}")
    for path in written:
        typer.echo(path)
