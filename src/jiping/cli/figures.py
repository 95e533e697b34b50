"""Measurements and their receipts as terminal tables."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Group
from rich.table import Table
from rich.text import Text

from jiping.cli.screen import table
from jiping.datasets.reference import TITLES
from jiping.domain.measurement import Counted, Measurement
from jiping.programmes.catalogue import programmes
from jiping.use_cases.evaluate import Evaluated
from jiping.use_cases.measure import Measured
from jiping.use_cases.receipt import Opened
from jiping.use_cases.receipts import reference_path
from jiping.use_cases.replay import Replayed


def figures_sheet(measured: Measured, year: int) -> Table:
    """Return one line a figure: what it is, its two sides, its receipt; an indicator without records says so."""
    titles = {each.name: each.title for each in programmes()}
    sheet = table("业务", "代码", "指标", ">完成值", ">分子", ">分母", "凭据", title=f"{year} 年指标值")
    sheet.columns[-1].no_wrap = True  # a number broken over two lines can neither be copied nor sought
    last = ""
    for each in measured.figures:
        name = "" if each.programme == last else titles[each.programme]
        last = each.programme
        shown = each.shown or Text(f"无（{each.absent}）", style="yellow")
        sheet.add_row(name, each.code, each.title, shown, _sum(each.upper), _sum(each.lower), each.id)
    for missing in measured.unmeasured:
        told = Text(f"没有数据：{'、'.join(missing.lacking)}", style="yellow")
        sheet.add_row(titles[missing.programme], missing.indicator.code, missing.indicator.title, told, "", "", "")
    return sheet


def filled_sheet(evaluated: Evaluated) -> Table:
    """Return what was filled into a filing, row by row, and the score that follows."""
    evaluation = evaluated.evaluation
    told = f"总分 {evaluation.total}，等次 {evaluation.grade or '—'}"
    sheet = table("三级指标", "原完成值", "现完成值", "凭据", title=evaluation.filing.label, caption=told)
    for each in evaluated.filled:
        proof = each.measured.id if each.measured else Text(f"{each.code} 没有数据", style="yellow")
        changed = Text(each.after or "", style="bold" if each.after != each.before else "")
        sheet.add_row(each.indicator, each.before or "", changed, proof)
    return sheet


def proven_sheet(evaluated: Sequence[Evaluated]) -> Table:
    """Return one line a filing: its score from measured figures, and how many rows have a receipt."""
    sheet = table("项目", ">得分", "等次", ">有凭据的行", ">全部行", title="由业务记录计量（合成的演示县）")
    for each in evaluated:
        evaluation = each.evaluation
        proven = sum(line.measured is not None for line in each.filled)
        rows = len(evaluation.rows)
        sheet.add_row(evaluation.filing.label, str(evaluation.total), evaluation.grade, str(proven), str(rows))
    return sheet


def receipt_sheet(measured: Measurement) -> Table:
    """Return a receipt: the figure, how it is computed in words, from which records, by which rules and program."""
    lines = table("项", "内容", title=f"计量凭据 {measured.id}")
    arithmetic = f"{measured.upper}" + (f" ÷ {measured.lower}" if measured.lower else "")
    for label, content in (
        ("指标", f"{measured.code} {measured.title}"),
        ("完成值", measured.shown or f"无（{measured.absent}）"),
        ("算式", arithmetic),
        ("口径", measured.sentence),
        ("期间", str(measured.period)),
        ("数据", "\n".join(f"{each.table} {each.sha256[:16]}" for each in measured.snapshots)),
        *((TITLES[each.table], f"{each.table} {each.sha256[:16]}") for each in measured.references),
        ("规则包", f"{measured.pack}（{measured.pack_edition}）"),
        ("程序", measured.code_version),
    ):
        lines.add_row(label, content)
    return lines


def queries(measured: Measurement) -> str:
    """Return the SQL of both sides; over the tables of the receipt any SQL program gives the same numbers."""
    sides = [("分子", measured.upper), ("分母", measured.lower)] if measured.lower else [("查询", measured.upper)]
    beside = [f"-- {each.table} 是数据文件夹中的 {reference_path(each, Path())}" for each in measured.references]
    return "\n".join((*beside, *(f"-- {label}\n{side.sql};" for label, side in sides if side)))


def rows_sheet(opened: Opened) -> Table:
    """Return the records behind one side of a figure, as many as were opened."""
    told = f"{opened.title}：合计 {opened.counted}，以下为前 {len(opened.rows)} 条记录"
    sheet = table(*opened.legible.headings, title=told)
    for row in opened.legible.rows:
        sheet.add_row(*row)
    return sheet


def replay_sheet(replayed: Replayed) -> Group:
    """Return whether a receipt still stands, and what today's definition says otherwise."""
    kept = replayed.receipt
    verdict = ("一致", "green") if replayed.stands else ("不一致", "bold red")
    own = Text.assemble("按凭据自己的查询和数据重算：", verdict, f"（凭据 {_sides(kept)}，重算 {replayed.repeated}）")
    if replayed.stands:
        own = Text.assemble("按凭据自己的查询和数据重算：", verdict, f"（{kept.shown or kept.absent}）")
    drift = [Text(f"  {each}", style="yellow") for each in replayed.drift]
    return Group(own, Text("按现在的口径和规则重算：" + ("有变化" if drift else "一致")), *drift)


def _sides(kept: Measurement) -> tuple[int, int | None]:
    return kept.upper.sum, None if kept.lower is None else kept.lower.sum


def _sum(counted: Counted | None) -> str:
    return "" if counted is None else str(counted)
