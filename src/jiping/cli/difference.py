"""What a repair changes, as a coloured difference on a terminal."""

from rich.text import Text

from jiping.cli.screen import console
from jiping.domain.masking import masked
from jiping.use_cases.fix import Fixed, difference

_STYLES = {"+": "green", "-": "red", "@": "dim"}


def print_fixed(fixed: Fixed) -> None:
    """Print every repair of a filing: which check it answers, what it does, the lines before and after."""
    screen = console()
    if fixed.mended:
        screen.print(Text(f"\n{masked(fixed.evaluation.filing.label)}", style="bold"))
    for mended in fixed.mended:
        codes = "、".join(mended.repair.codes)
        screen.print(Text.assemble((codes, "dim"), "　", mended.repair.title))
        for line in difference(mended):
            screen.print(Text(f"  {masked(line)}", style=_STYLES.get(line[:1], "")), soft_wrap=True)
