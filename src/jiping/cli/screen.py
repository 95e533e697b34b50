"""How things look in a terminal: one console, one kind of table, one colour for each severity."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from jiping.domain.finding import Severity
from jiping.domain.money import Money, plain

WIDE = 140
_COLOUR = {Severity.BLOCK: "bold red", Severity.WARN: "yellow", Severity.HINT: "cyan"}


def console() -> Console:
    """Return a console for results; into a pipe or file it is plain and wide enough for a score table."""
    screen = Console(highlight=False)
    return screen if screen.is_terminal else Console(highlight=False, width=max(screen.width, WIDE))


def page() -> Console:
    """Return a console that prints nowhere: its `export_text` is what a text file should hold."""
    return Console(file=StringIO(), force_terminal=False, highlight=False, width=WIDE, record=True)


def table(*columns: str, title: str | None = None, caption: str | None = None) -> Table:
    """Return an empty table with these headings; a heading that begins with > is right-aligned."""
    sheet = Table(title=title, caption=caption, border_style="dim", box=SIMPLE_HEAD)
    sheet.title_justify, sheet.title_style, sheet.caption_justify = "left", "bold", "left"
    for column in columns:
        sheet.add_column(column.lstrip(">"), justify="right" if column.startswith(">") else "left", overflow="fold")
    return sheet


def severity_text(severity: Severity) -> Text:
    return Text(severity.value, style=_COLOUR[severity])


def severity_counts(counts: Counter[Severity]) -> list[Text]:
    """Return one cell a severity, gravest first; a zero is dimmed."""
    return [Text(str(counts[each]), style=_COLOUR[each] if counts[each] else "dim") for each in Severity]


def amount(money: Money | None) -> str:
    """Return the amount in 万元, or a dash where the filing states none."""
    return "—" if money is None else plain(money.wan)


@contextmanager
def steps() -> Iterator[Callable[[str], None]]:
    """Show on the error stream what is being done right now, with the time it takes."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("")
        yield lambda description: progress.update(task, description=description)
