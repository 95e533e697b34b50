"""Very many files through `jiping check`: both cores, memory on the way, and Ctrl-C in the middle.

`python -m benchmarks.scale` takes a quarter of an hour for 10,000 files, so `make bench` leaves it out; give a number for fewer.
"""

import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.filings import filings
from jiping.formats.registry import writer_for
from jiping.use_cases.score import score
from jiping.use_cases.write import document

COUNT = 10_000
_TENTHS = (1, 3, 5, 7, 9, 10)
_LOOKED_EVERY = 0.1
_PROGRAM = str(Path(sys.executable).with_name("jiping"))
_STOPPED = 2


@dataclass
class Run:
    """One run of the program: seconds, and what the parent held in MB when so many tenths of the files were read."""

    seconds: float = 0.0
    peak: int = 0
    held: dict[int, int] = field(default_factory=dict)
    code: int = 0


def main(count: int) -> None:
    """Print how a folder of `count` docx goes through."""
    console = Console(width=110)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a program started in the background would ignore Ctrl-C
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        whole, part = _filled(place / "whole", count), _filled(place / "part", count // 10)
        alone = _run(_command(part, place / "alone.json", processes=1), place, count // 10)
        both = _run(_command(part, place / "both.json", processes=2), place, count // 10)
        console.print(f"{count // 10} 份：一个进程 {alone.seconds:.0f} 秒，两个 {both.seconds:.0f} 秒，", end="")
        console.print(f"快 {alone.seconds / both.seconds:.2f} 倍；所得相同：{_same(place, 'alone', 'both')}")
        straight = _run(_command(whole, place / "straight.json"), place, count)
        console.print(_memory(straight, count))
        stopped = _run(_command(whole, place / "resumed.json"), place, count, stop_at=count // 2)
        kept = _lines(place)
        resumed = _run([*_command(whole, place / "resumed.json"), "--resume"], place, count)
        console.print(
            f"读到 {count // 2} 份时 Ctrl-C：退出码 {stopped.code}（应为 {_STOPPED}），进度里留有 {kept} 份；"
            f"--resume 后又用 {resumed.seconds:.0f} 秒，退出码 {resumed.code}，意见与一口气做完的逐字节相同：{_same(place, 'straight', 'resumed')}"
        )


def _filled(folder: Path, count: int) -> Path:
    folder.mkdir()
    write = writer_for("docx")
    for number, filing in enumerate(filings(count)):
        (folder / f"{number:05d}.docx").write_bytes(write(document(score(filing, "rugao-2024"))))
    return folder


def _command(folder: Path, output: Path, processes: int = 2) -> list[str]:
    words = [_PROGRAM, "check", str(folder), "--format", "json", "--output", str(output), "--fail-on", "从不"]
    return [*words, "--journal", str(_journal(output.parent)), "--processes", str(processes)]


def _run(command: list[str], place: Path, count: int, stop_at: int | None = None) -> Run:
    """Run the program and watch its memory; interrupt it when `stop_at` files have been read."""
    run, begun = Run(), time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        lines = _growing(place)
        while program.poll() is None:
            held, done = _memory_of(program.pid), lines()
            run.peak = max(run.peak, held)
            for tenth in _TENTHS:
                if done * 10 >= tenth * count:
                    run.held.setdefault(tenth, held)
            if stop_at is not None and done >= stop_at:
                program.send_signal(signal.SIGINT)
                stop_at = None
            time.sleep(_LOOKED_EVERY)
        run.code = program.returncode
    if run.code not in (0, _STOPPED):
        raise SystemExit(f"{' '.join(command)}：退出码 {run.code}")
    run.seconds = time.perf_counter() - begun
    return run


def _growing(place: Path) -> Callable[[], int]:
    """Return a way to ask how many lines the journal has by now, its header left out."""

    def counts() -> Iterator[int]:
        while not _journal(place).exists():
            yield 0
        with _journal(place).open("rb") as file:
            lines = -1
            while True:
                lines += file.read().count(b"\n")
                yield max(0, lines)

    return counts().__next__


def _lines(place: Path) -> int:
    return _growing(place)()


def _memory_of(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    lines = dict(line.split(":", 1) for line in status.splitlines())
    return int(lines.get("VmRSS", "0 kB").split()[0]) // 1024


def _memory(run: Run, count: int) -> Table:
    sheet = Table(title=f"{count:,} 份 docx，两个进程，{run.seconds:.0f} 秒，{count / run.seconds:.0f} 份/秒")
    sheet.add_column("已读")
    sheet.add_column("父进程 MB", justify="right")
    for tenth, held in run.held.items():
        sheet.add_row(f"{count * tenth // 10:,} 份", str(held))
    sheet.add_row("最多（写出全部意见时）", str(run.peak))
    return sheet


def _same(place: Path, one: str, other: str) -> str:
    return "是" if (place / f"{one}.json").read_bytes() == (place / f"{other}.json").read_bytes() else "否"


def _journal(place: Path) -> Path:
    return place / "journal"


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else COUNT)
