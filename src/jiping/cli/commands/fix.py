"""`jiping fix`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options
from jiping.cli.aside import say


def fix(
    file: Annotated[Path, typer.Argument(metavar="文件", help="一份填报材料。")],
    output: Annotated[
        Path | None, typer.Option("--output", metavar="新文件", help="写到新文件；不写则只看要改什么。")
    ] = None,
    pack: options.Pack = options.OWN_PACK,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """改正能由已填数据推出的错误：合计、执行率及其得分、等次、序号、标点和数字写法；填报的事实一律不动。

    新文件与原件同是 docx 或 xlsx 时，在原件上只改这几处，版式不动；其他情形按规则包的表样重新排版。

    例：jiping fix 自评.docx，看过以后：jiping fix 自评.docx --output 自评-修正.docx

    退出码：0 没有可改的，或已写出；1 有可改的，还没有写出。
    """
    from jiping.cli.difference import print_fixed
    from jiping.cli.readings import all_filings
    from jiping.use_cases.changes import changes
    from jiping.use_cases.fix import fix as mend
    from jiping.use_cases.fix import write_fixed

    fixed = [mend(each, pack, options.day(on), pack_dir) for each in all_filings([file], pack_dir)]
    for each in fixed:
        print_fixed(each)
    count = sum(len([*changes(each.mended[0].before, each.mended[-1].after)]) for each in fixed if each.mended)
    if not count:
        typer.echo("没有能自动改正的，没有写文件；其余意见请运行 jiping check。")
    elif output is None:
        typer.echo(f"可改正 {count} 处，还没有写出。写出：jiping fix {file} --output 新文件")
        raise typer.Exit(1)
    else:
        written = write_fixed(fixed, output, pack_dir, file)
        typer.echo(f"已写出 {output}：改正 {count} 处。其余意见请运行：jiping check {output}")
        if written.redrawn:
            say(f"{written.redrawn}新文件按规则包的表样重新排版；要保留原表的版式，请照上面所列在原件中修改。")
        elif output.suffix.lower() == file.suffix.lower():
            say("原件的版式没有动，只改了上面所列各处。")
