"""`jiping waive`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def waive(
    file: Annotated[Path, typer.Argument(metavar="文件", help="一份填报材料。")],
    code: Annotated[str, typer.Argument(metavar="编号", help="要说明的意见是哪条规则的，如 PR06。")],
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="为什么不改。")],
    person: Annotated[str, typer.Option("--person", metavar="姓名", help="由谁说明。")],
    output: Annotated[Path, typer.Option("--output", metavar="新文件", help="写到新文件：yaml 或 json。")],
    where: Annotated[
        str | None, typer.Option("--where", metavar="位置", help="只说明这一处；不写则说明这条规则的全部意见。")
    ] = None,
    dated: Annotated[str | None, typer.Option("--date", metavar="日期", help="哪一天说明；不写则为今天。")] = None,
    pack: options.Pack = options.OWN_PACK,
    pack_dir: options.PackFolders = [],
) -> None:
    """对一条校核意见说明不改的理由，说明随材料走，以后校核列为“免改”。

    例：jiping waive 自评.yaml TG01 --reason 因疫情停办，已报批 --person 姓名 --output 自评-说明.yaml
    """
    from jiping.cli.readings import all_filings
    from jiping.domain.filing import Waiver
    from jiping.use_cases.waive import waive as answer
    from jiping.use_cases.waive import write_waived

    waiver = Waiver(code, reason, person, options.day(dated) or options.today(), where)
    answered = answer(all_filings([file], pack_dir), waiver, pack, pack_dir)
    typer.echo(f"已写出 {write_waived(answered, output)}。再校核：jiping check {output}")
