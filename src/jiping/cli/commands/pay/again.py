"""`jiping pay again`."""

from typing import Annotated

import typer

from jiping.cli import options


def again(
    programme: Annotated[str, typer.Argument(metavar="业务", help="如 transfer_subsidy。")],
    person: Annotated[int, typer.Option("--person", metavar="编号", help="个人编号。", min=1)],
    kind: Annotated[str, typer.Option("--kind", metavar="种类", help="补助种类，如 新增缴费补助。")],
    period: Annotated[int, typer.Option("--for", metavar="年度", help="补助所属的年度（缴费年度）。")],
    reason: Annotated[str, typer.Option("--reason", metavar="原因", help="为什么重新发放。")],
    by: Annotated[str, typer.Option("--by", metavar="姓名", help="谁决定的。")],
    on: options.DayOfAct = None,
    data: options.Data = None,
    pack: options.Pack = options.DEFAULT_PACK,
    pack_dir: options.PackFolders = [],
) -> None:
    """登记已全额追回的一笔可以重新发放，写明原因和决定人；仍符合条件的，下一次 jiping pay list 列入名单。

    例：jiping pay again transfer_subsidy --person 1000184001 --kind 新增缴费补助 --for 2023 --reason 误追 --by 经办人
    """
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.pay.granting_again import Regrant
    from jiping.use_cases.pay.granting_again import again as granted

    regrant = Regrant(programme, person, kind, period, reason, by)
    key = granted(regrant, options.day(on) or options.today(), data or COUNTY, pack, pack_dir)
    typer.echo(f"个人编号 {key.person}：{key.period} 年度的这项补助可以第 {key.turn} 次列入发放名单。")
