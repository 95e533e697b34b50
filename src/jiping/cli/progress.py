"""How far a batch has come: done of total, pieces per second, time left; on the error stream, and only on a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.text import Text


class Pace(ProgressColumn):
    """Speed and time left, in Chinese; blank until both are known."""

    def render(self, task: Task) -> Text:
        if not task.speed or task.time_remaining is None:
            return Text("")
        minutes, seconds = divmod(int(task.time_remaining), 60)
        left = f"{minutes} 分 {seconds:02d} 秒" if minutes else f"{seconds} 秒"
        return Text(f"每秒 {task.speed:.1f}　还要 {left}", style="dim")


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar for each thing that is told of: what it is, how many pieces are done, how many there are."""
    screen = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Pace())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bars:
        known: dict[str, TaskID] = {}

        def tell(what: str, done: int, total: int) -> None:
            if what not in known:
                known[what] = bars.add_task(what, total=total, completed=done)
            bars.update(known[what], completed=done)

        yield tell
