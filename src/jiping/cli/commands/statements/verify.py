"""`jiping statements verify`."""

from typing import Annotated

import typer

from jiping.cli import options, statement_options

_OPTIONS = {"masked_id": "--id"}


def verify(
    code: Annotated[
        str,
        typer.Argument(
            metavar="查验码",
            help="扫码得到的整段文字；或纸上的查验码，这时还要照纸上写 --number、--year、--months、--name、--id 和 --closing。",
        ),
    ],
    number: Annotated[int | None, typer.Option("--number", metavar="单号", help="对账单编号。")] = None,
    year: Annotated[int | None, typer.Option("--year", metavar="年度", help="对账单的业务年度。")] = None,
    months: Annotated[
        str | None, typer.Option("--months", metavar="月份", help="有缴费的月份，如 1-7,9-12；全年没有的写空串。")
    ] = None,
    closing: Annotated[
        str | None,
        typer.Option("--closing", metavar="元", help="个人账户累计储存额，如 180,071.43；未公布利率的不写。"),
    ] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="姓名", help="参保人；扫码时写了就一并核对。")] = None,
    masked_id: Annotated[
        str | None, typer.Option("--id", metavar="证件号码", help="遮盖后的证件号码，照纸上写；与 --name 同用。")
    ] = None,
    data: options.Data = None,
    key_file: statement_options.KeyFile = None,
) -> None:
    """查验一份对账单是不是本单位印的、改没改过：不联网，只需打印时的密钥；说明查验码证明了哪几项。

    只有八位查验码的，单号、年度、缴费月份、姓名、证件号码五项缺一不可；纸上印有储存额的还要写 --closing。

    例：jiping statements verify 扫码得到的文字 --name 张三 --id 320682********1234 --data 业务数据
    """
    from jiping.domain.errors import JipingError
    from jiping.printing.key import KEY_FILE, read_key
    from jiping.printing.verifying import Lacking, Paper, claim_of, holds, is_of
    from jiping.use_cases.county import COUNTY

    key = read_key(key_file or (data or COUNTY) / KEY_FILE)
    try:
        claim = claim_of(code, Paper(number, year, months, closing, name, masked_id), key)
    except Lacking as fault:
        options = "、".join(_OPTIONS.get(each, f"--{each}") for each in fault.facts)
        raise JipingError(fault.what, why=fault.why, remedy=f"{fault.remedy}对应的选项是 {options}。") from None
    if (name is None) != (masked_id is None):
        raise JipingError("--name 和 --id 要同时写。", remedy="请照纸上写姓名和遮盖后的证件号码。")
    if not holds(key, claim):
        typer.echo(f"查验码不符：{claim.shown}，不是用这把密钥印的，或者改过。")
        raise typer.Exit(1)
    if name is not None and masked_id is not None and not is_of(key, claim, name, masked_id):
        typer.echo(f"人不符：{claim.shown}，确是本单位印的，但不是印给 {name}（{masked_id}）的。")
        raise typer.Exit(1)
    person = "姓名和证件号码没有核对，请另写 --name 和 --id" if name is None else f"{name}（{masked_id}）"
    typer.echo(f"查验相符：{claim.shown}；{person}。各月的基数和金额、年初额、本金、利息不在查验之列。")
