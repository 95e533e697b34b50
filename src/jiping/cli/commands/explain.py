"""`jiping explain`."""

from typing import Annotated

import typer

from jiping.cli import options


def explain(
    code: Annotated[str, typer.Argument(metavar="编号", help="校核规则编号，如 PR01；或评分规则名称，如 ratio。")],
    pack: options.Pack = options.OWN_PACK,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """说明一条校核规则或评分规则：为何、反例、正例、依据。

    例：jiping explain PR01
    """
    from jiping.cli.screen import console
    from jiping.use_cases.rules import rule_page

    console().print(rule_page(code, pack, options.day(on) or options.today(), pack_dir), highlight=False, markup=False)
