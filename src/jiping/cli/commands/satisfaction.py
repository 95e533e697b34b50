"""`jiping satisfaction`."""

from typing import Annotated

import typer

from jiping.cli import options


def satisfaction(
    programme: Annotated[str, typer.Argument(metavar="业务", help="看哪项业务的调查结果。")],
    year: Annotated[int, typer.Option("--year", metavar="年度", help="哪一年的调查。", min=2000, max=2100)],
    data: options.Data = None,
    pack: options.Pack = options.DEFAULT_PACK,
    pack_dir: options.PackFolders = [],
) -> None:
    """列出满意度调查每题每个选项的答卷数和各组的满意份数；人数太少、会让人认出是谁的组不列。

    例：jiping satisfaction handbook --year 2024
    """
    from jiping.cli.screen import console, steps, table
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.satisfaction import opinions

    with steps() as tell:
        said = opinions(programme, year, data_folder(data, tell), pack, pack_dir)
    labels = [each.label for each in said.questionnaire.options]
    answers = table("题目", *(f">{label}" for label in labels), title=f"{year} 年答卷数")
    for item in said.questionnaire.items:
        answers.add_row(item.text, *(f"{said.ticked.get((item.code, label), 0):,}" for label in labels))
    groups = table("组", ">有效答卷", ">满意", title="各组", caption="人数太少的组不列。")
    for group in said.groups:
        groups.add_row(group.name, f"{group.answers:,}", f"{group.satisfied:,}")
    screen = console()
    screen.print(answers)
    screen.print(groups)
