"""How long a clerk waits for `jiping --help`, beside the bare interpreter."""

import subprocess
import sys
from functools import partial
from pathlib import Path

from rich.table import Table

from benchmarks.timing import side_by_side


def measure() -> Table:
    """Return wall times of whole processes, and each as a multiple of an empty Python."""
    program = Path(sys.executable).with_name("jiping")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "jiping --help": [str(program), "--help"],
        "jiping packs": [str(program), "packs"],
    }
    work = {name: partial(subprocess.run, words, capture_output=True, check=True) for name, words in commands.items()}
    timings = side_by_side(work, repetitions=9)
    sheet = Table(title="启动时间（整个进程）")
    for column in ("命令", "中位秒", "最快", "最慢", "相对空 Python"):
        sheet.add_column(column, justify="left" if column == "命令" else "right")
    bare = timings["python -c pass"].wall
    for name, timing in timings.items():
        numbers = (timing.wall, timing.fastest, timing.slowest)
        sheet.add_row(name, *(f"{number:.3f}" for number in numbers), f"{timing.wall / bare:.1f}")
    return sheet
