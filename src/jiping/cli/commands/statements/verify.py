"""`jiping statements verify`."""

from typing import Annotated

import typer

from jiping.cli import options, statement_options


def verify(
    code: Annotated[
        str, typer.Argument(metavar="查验码", help="扫码得到的整段文字；或纸上的查验码，另给单号和储存额。")
    ],
    number: Annotated[int | None, typer.Option("--number", metavar="单号", help="对账单编号。")] = None,
    closing: Annotated[
        str | None,
        typer.Option("--closing", metavar="元", help="个人账户累计储存额，如 180,071.43；未公布利率的不写。"),
    ] = None,
    data: options.Data = None,
    key_file: statement_options.KeyFile = None,
) -> None:
    """查验一份对账单是不是本单位印的：不联网，只需打印时的密钥。

    例：jiping statements verify 7F3K-20QX --number 20241000014868 --closing 180,071.43 --data 业务数据
    """
    from jiping.printing.key import KEY_FILE, read_key
    from jiping.printing.verifying import claim_of, holds
    from jiping.use_cases.county import COUNTY

    claim = claim_of(code, number, closing)
    key = read_key(key_file or (data or COUNTY) / KEY_FILE)
    if not holds(key, claim):
        typer.echo(f"查验码不符：对账单 {claim.number}、储存额 {claim.shown} 不是用这把密钥印的。")
        raise typer.Exit(1)
    typer.echo(f"查验相符：对账单 {claim.number}，储存额 {claim.shown}。")
