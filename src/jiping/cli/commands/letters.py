"""`jiping letters`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options
from jiping.cli.aside import say


def letters(
    files: options.Piles,
    out: options.Out = Path("退改函"),
    to: Annotated[str, typer.Option("--to", metavar="格式", help="写成哪些格式，用逗号隔开。")] = "docx",
    sent: Annotated[
        str | None,
        typer.Option("--date", metavar="日期", help="发函日期；写了就算出答复期限是哪一天，不写则留空待填。"),
    ] = None,
    pack: options.Pack = options.OWN_PACK,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
    resume: options.Resume = False,
    force: options.Force = False,
) -> None:
    """给每个单位写一份退改函：逐条意见、依据、修改要求和期限；文号、印章、联系人留空。

    例：jiping letters 报送材料/ --date 2026-11-23 --out 退改函
    """
    from jiping.cli.ranked import ranked
    from jiping.cli.screen import steps
    from jiping.use_cases.letters import nameless, require_writable, spared, write_letters
    from jiping.use_cases.output import refuse_filled

    formats = [each.strip() for each in to.split(",")]
    require_writable(formats)  # before anything is checked: what fails at the end leaves its progress behind
    day = options.day(sent)
    if not force:
        refuse_filled(out)
    with ranked(files, pack, on, pack_dir, out, resume=resume) as (batch, _), steps() as tell:
        written = write_letters(batch, formats, out, day, tell)
    typer.echo(f"已写出 {len(written)} 份，在 {out}/；“〔待填〕”处须由人填写。")
    if lenient := spared(batch):
        say(f"另有 {lenient} 个单位只有存疑或提示，没有写函，请看 jiping overview。")
    unknown = nameless(batch)
    if unknown:
        say(f"另有 {unknown} 份材料不知是哪个单位的，没有写函，请看 jiping overview。")
