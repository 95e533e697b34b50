"""How things look in a terminal: one console, one kind of table, one colour for each severity."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from jiping.domain.finding import Severity

_COLOUR = {Severity.BLOCK: "bold red", Severity.WARN: "yellow", Severity.HINT: "cyan"}


def console() -> Console:
    """Return a console for results; colours go away by themselves when the output is not a terminal."""
    return Console(soft_wrap=False)


def table(*columns: str, title: str | None = None) -> Table:
    """Return an empty table with these headings; a heading that begins with > is right-aligned."""
    sheet = Table(title=title, title_justify="left", header_style="bold", border_style="dim")
    for column in columns:
        sheet.add_column(column.lstrip(">"), justify="right" if column.startswith(">") else "left", overflow="fold")
    return sheet


def severity_text(severity: Severity) -> Text:
    return Text(severity.value, style=_COLOUR[severity])
