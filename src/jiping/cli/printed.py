"""What a run of statements comes to, as tables for a terminal."""

from rich.table import Table

from jiping.cli.screen import table
from jiping.printing.handing_over import Release
from jiping.printing.precheck import Found

_TITLES = {"opening": "年初储存额", "principal": "本年记账本金", "interest": "本年记账利息", "closing": "累计储存额"}


def looked_over(found: Found) -> Table:
    """Return what the checks before printing found."""
    sheet = table("打印前检查", "处理", ">份数")
    for title, fate, count in found.counts:
        sheet.add_row(title, fate.value if count else "", f"{count:,}", style=None if count else "dim")
    return sheet


def released(done: Release) -> Table:
    """Return the control totals of a finished run."""
    ticket = done.ticket
    sheet = looked_over(done.found)
    sheet.add_section()
    sheet.add_row("已打印", f"{len(ticket['files'])} 册", f"{ticket['statements']:,}")
    for name, title in _TITLES.items():
        fen = ticket["fen"][name]
        sheet.add_row(title, "元", "—" if fen is None else f"{fen // 100:,}.{fen % 100:02}")
    return sheet
