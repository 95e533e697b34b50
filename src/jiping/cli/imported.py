"""What came of an import, on the screen: what was read, what is wrong with it, what was kept."""

import typer

from jiping.cli.screen import console, table
from jiping.datasets.importing import Order, Outcome


def show(outcome: Outcome, order: Order) -> None:
    """Print what was read, the first faults, how often each occurs, and what was kept."""
    screen = console()
    read = table("来源", ">行数", "不认识的表头（没有导入）", title=f"导入：{order.schema.title}")
    for each in outcome.sources:
        read.add_row(each.name, f"{each.rows:,}", "、".join(each.unknown) or "无")
    screen.print(read)
    if outcome.faults:
        faults = table("来源", ">行", "列", "内容", "问题", "办法", title="不合格之处")
        for fault in outcome.faults:
            faults.add_row(fault.file, str(fault.line), fault.heading, fault.value, fault.what, fault.remedy)
        screen.print(faults)
        counts = table("列", "问题", ">行数", title="按问题统计", caption=f"共 {outcome.bad_rows:,} 行不合格")
        for count in outcome.counts:
            counts.add_row(count.heading, count.what, f"{count.rows:,}")
        screen.print(counts)
    if outcome.unheld:
        typer.echo(
            f"没有核对编号是否登记过：{'、'.join(outcome.unheld)} 还没有导入。先导入它们，再导入这张表，就会核对。"
        )
    typer.echo(_kept(outcome, order))


def _kept(outcome: Outcome, order: Order) -> str:
    snapshot = outcome.snapshot
    aside = f"不合格的 {outcome.bad_rows:,} 行写在 {order.rejects}。" if outcome.bad_rows and order.rejects else ""
    if snapshot is None:
        advice = "" if aside or not outcome.bad_rows else "要另存全部不合格的行，请加 --rejects 退回.csv。"
        what = "有不合格的行，一行也没有导入。" if outcome.bad_rows else "没有数据行，什么也没有导入。"
        return what + aside + advice
    period = f"，期间 {snapshot.period}" if snapshot.period else ""
    return f"已导入 {snapshot.rows:,} 行，快照 {snapshot.sha256[:16]}{period}。{aside}"
