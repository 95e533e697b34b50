"""`jiping read`."""

from enum import StrEnum
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
    pack_dir: options.PackFolders = [],
) -> None:
    """读出填报材料里的自评表，每个数据都带出处。

    例：jiping read 自评.docx --to json
    """
    from jiping.cli.readings import all_filings
    from jiping.cli.screen import console
    from jiping.cli.sheets import filing_sheet
    from jiping.exchange import json, yaml

    filings = all_filings(files, pack_dir)
    if to is Shape.JSON:
        typer.echo(json.dumps(filings), nl=False)
    elif to is Shape.YAML:
        typer.echo(yaml.write_all(filings), nl=False)
    else:
        for filing in filings:
            console().print(filing_sheet(filing))
