"""`make bench`: all measurements, printed and kept in out/bench.txt."""

import platform
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console, RenderableType

SUBJECTS = (
    "starting", "checking", "comparing", "reading", "writing", "subsidy", "rollover", "interest", "statements", "board"
)  # fmt: skip


def main() -> None:
    """Print every table as soon as it is measured, and write the lot to out/bench.txt."""
    console = Console(record=True, width=110)
    console.print(f"Python {platform.python_version()}，{platform.machine()}；比值可信，绝对时间因机器而异。")
    # each in a process of its own: peaks of memory would count the libraries and the data of those before
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as alone:
        for subject in SUBJECTS:
            console.print(alone.submit(measured, subject).result())
    out = Path("out/bench.txt")
    out.parent.mkdir(exist_ok=True)
    out.write_text(console.export_text(), encoding="utf-8")


def measured(subject: str) -> RenderableType:
    """Return the table of the module `subject` of this package."""
    table: RenderableType = import_module(f"benchmarks.{subject}").measure()
    return table


if __name__ == "__main__":
    main()
