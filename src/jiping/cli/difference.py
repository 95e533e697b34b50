"""What a repair changes, on a terminal: the cell, what it said, what it says now."""

from rich.text import Text

from jiping.cli.screen import console
from jiping.domain.masking import masked
from jiping.use_cases.changes import changes
from jiping.use_cases.fix import Fixed


def print_fixed(fixed: Fixed) -> None:
    """Print every repair of a filing: which check it answers, what it does, every cell it changes."""
    screen = console()
    if fixed.mended:
        screen.print(Text(f"\n{masked(fixed.evaluation.filing.label)}", style="bold"))
    for mended in fixed.mended:
        codes = "、".join(mended.repair.codes)
        screen.print(Text.assemble((codes, "dim"), "　", mended.repair.title))
        for each in map(masked, changes(mended.before, mended.after)):
            line = Text.assemble(
                f"  {each.where}：", (each.old or "（空）", "red"), " → ", (each.new or "（空）", "green")
            )
            screen.print(line, soft_wrap=True)
