"""`jiping read`."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


class Shape(StrEnum):
    """What `read` can print."""

    TABLE = "table"
    JSON = "json"
    YAML = "yaml"


def read(
    files: options.Files,
    to: Annotated[Shape, typer.Option("--to", help="输出样式：table 看、json 给程序、yaml 改。")] = Shape.TABLE,
    show: Annotated[bool, typer.Option("--show", help="把读出的内容画在原来的版面上，写成网页，供人核对。")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="网页", help="--show 写到哪里；不写则在当前文件夹，按材料取名。")
    ] = None,
    pack_dir: options.PackFolders = [],
    force: options.Force = False,
) -> None:
    """读出填报材料里的自评表，每个数据都带出处。

    例：jiping read 自评.docx --to json，或看读得对不对：jiping read 自评.docx --show --output 看.html
    """
    if show:
        _show(files, output, pack_dir, force=force)
        return
    from jiping.cli.readings import all_masked
    from jiping.cli.screen import console
    from jiping.cli.sheets import filing_sheet
    from jiping.exchange import json, yaml

    filings = all_masked(files, pack_dir)
    if to is Shape.JSON:
        typer.echo(json.dumps(filings), nl=False)
    elif to is Shape.YAML:
        typer.echo(yaml.write_all(filings), nl=False)
    else:
        for filing in filings:
            console().print(filing_sheet(filing))


def _show(files: Sequence[Path], output: Path | None, folders: Sequence[Path], *, force: bool) -> None:
    from jiping.domain.errors import JipingError
    from jiping.use_cases.output import refuse_input, refuse_replacing
    from jiping.use_cases.show import write_shown

    refuse_input(output, files)
    if output is not None and len(files) > 1:
        raise JipingError("--output 只能用于一份材料。", remedy="请一次给一份，或不写 --output，每份材料各写一个网页。")
    pages = [output or Path(f"{path.name}.读取.html") for path in files]
    if not force:
        refuse_replacing(pages)
    for path, page in zip(files, pages, strict=True):
        typer.echo(write_shown(path, page, folders))
