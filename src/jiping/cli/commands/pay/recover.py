"""`jiping pay recover`."""

from typing import Annotated

import typer

from jiping.cli import options


def recover(
    programme: Annotated[str, typer.Argument(metavar="业务", help="如 transfer_subsidy。")],
    person: Annotated[int, typer.Option("--person", metavar="编号", help="个人编号。", min=1)],
    kind: Annotated[str, typer.Option("--kind", metavar="种类", help="补助种类，如 新增缴费补助。")],
    period: Annotated[int, typer.Option("--for", metavar="年度", help="补助所属的年度（缴费年度）。")],
    reason: Annotated[str | None, typer.Option("--reason", metavar="原因", help="登记追回，写明为什么。")] = None,
    amount: Annotated[
        str | None, typer.Option("--amount", metavar="元", help="追回或退回多少；追回全部的不用写。")
    ] = None,
    voucher: Annotated[
        str | None, typer.Option("--voucher", metavar="凭证号", help="登记退回的一笔，写明凭证号；可分期。")
    ] = None,
    on: options.DayOfAct = None,
    data: options.Data = None,
    pack: options.Pack = options.DEFAULT_PACK,
    pack_dir: options.PackFolders = [],
) -> None:
    """登记追回（--reason），或登记退回的一笔（--voucher 和 --amount）；同样的登记两次只算一次。

    例：jiping pay recover transfer_subsidy --person 1000184001 --kind 新增缴费补助 --for 2023 --reason 转回居保
    """
    from jiping.cli.payments import recovery_line
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.pay.recovering import Claim
    from jiping.use_cases.pay.recovering import recover as recovered

    claim = Claim(programme, person, kind, period, reason, amount, voucher)
    typer.echo(recovery_line(recovered(claim, options.day(on) or options.today(), data or COUNTY, pack, pack_dir)))
