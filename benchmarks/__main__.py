"""`make bench`: all measurements, printed and kept in out/bench.txt."""

import platform
from pathlib import Path

from rich.console import Console

from benchmarks import checking, comparing, interest, reading, rollover, starting, statements, subsidy, writing


def main() -> None:
    """Print every table as soon as it is measured, and write the lot to out/bench.txt."""
    console = Console(record=True, width=110)
    console.print(f"Python {platform.python_version()}，{platform.machine()}；比值可信，绝对时间因机器而异。")
    for subject in (starting, checking, comparing, reading, writing, subsidy, rollover, interest, statements):
        console.print(subject.measure())
    out = Path("out/bench.txt")
    out.parent.mkdir(exist_ok=True)
    out.write_text(console.export_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
