"""Files a second: our readers beside the plain library way, a folder on both cores, memory over many files."""

import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from multiprocessing import active_children, cpu_count
from pathlib import Path

from rich.console import Group
from rich.table import Table

from benchmarks.filings import filings
from benchmarks.plain_reading import WAYS
from benchmarks.timing import side_by_side
from jiping.batch.journal import Journal
from jiping.batch.label import label
from jiping.batch.processes.garbage import collect_seldom
from jiping.batch.processes.serve import Bounds
from jiping.batch.run import Batch, Local, Tell
from jiping.batch.sources import list_sources
from jiping.batch.terms import Terms
from jiping.exchange import json
from jiping.formats.guard import HEAD_BYTES
from jiping.formats.registry import reader_for, writer_for
from jiping.use_cases.check import choose
from jiping.use_cases.read import read_bytes
from jiping.use_cases.score import score
from jiping.use_cases.write import document

COUNT = 12
FOLDER = 400
MANY = (1_000, 10_000)
_WATCHED_EVERY = 50
TERMS = Terms("rugao-2024", None, (), tuple(each.code for each in choose()))


def measure() -> Group:
    """Return all three tables."""
    collect_seldom()  # as the program does; it serves both ways
    return Group(_formats(), _folder(), _memory())


def _formats() -> Table:
    """One process, one file after another. The library's way ends with the cells, ours goes on to the filing."""
    sheet = Table(title=f"读文：每份一张情况表与 20 行评分表，{COUNT} 份一轮，单进程，CPU 时间")
    for column in ("格式", "jiping 读出 份/秒", "并认出 份/秒", "直接用库", "份/秒", "读出快几倍", "同样的行"):
        sheet.add_column(column, justify="left" if column in ("格式", "直接用库") else "right")
    pages = [document(score(filing, "rugao-2024")) for filing in filings(COUNT)]
    for name, (library, plain) in WAYS.items():
        files = [writer_for(name)(page) for page in pages]
        read = reader_for(Path(f"x.{name}"), files[0][:HEAD_BYTES])
        ways: dict[str, Callable[[bytes], object]] = {
            "read": partial(_named, read, f"x.{name}"),
            "recognise": partial(_named, read_bytes, f"x.{name}"),
            "plain": plain,
        }
        timings = side_by_side({way: partial(_each, work, files) for way, work in ways.items()}, repetitions=5)
        rates = {way: f"{COUNT / timing.cpu:.1f}" for way, timing in timings.items()}
        ratio = f"{timings['plain'].cpu / timings['read'].cpu:.1f}"
        sheet.add_row(
            name, rates["read"], rates["recognise"], library, rates["plain"], ratio, _same(name, files, plain)
        )
    return sheet


def _folder() -> Table:
    """A folder of docx read, scored and checked: one process and all cores, the children's start included."""
    sheet = Table(title=f"{FOLDER} 份 docx 的文件夹：读、计分、全部校核、同单位对照")
    for column in ("进程", "秒", "份/秒", "相对一个进程"):
        sheet.add_column(column, justify="right")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, filing in enumerate(filings(FOLDER)):
            (folder / f"{number}.docx").write_bytes(writer_for("docx")(document(score(filing, "rugao-2024"))))
        counts = (1, cpu_count())
        timings = side_by_side({str(each): partial(_batch, folder, each) for each in counts}, repetitions=2)
    alone = timings["1"].wall
    for processes, timing in timings.items():
        sheet.add_row(processes, f"{timing.wall:.1f}", f"{FOLDER / timing.wall:.0f}", f"{alone / timing.wall:.2f}")
    return sheet


def _memory() -> Table:
    """The peak of parent and children while more and more files pass through; findings stay in the journal."""
    sheet = Table(title="内存：每份一个 JSON 自评表，全部核")
    for column in ("份数", "父进程峰值 MB", "子进程峰值 MB"):
        sheet.add_column(column, justify="right")
    for count in MANY:
        peaks = {"child": 0}

        def watch(_what: str, done: int, _total: int, peaks: dict[str, int] = peaks) -> None:
            if done % _WATCHED_EVERY == 0:
                peaks["child"] = max(peaks["child"], *(peak(child.pid) for child in active_children()), 0)

        with tempfile.TemporaryDirectory() as name:
            for number, filing in enumerate(filings(count)):
                (Path(name) / f"{number:05d}.json").write_text(json.dumps([filing]), encoding="utf-8")
            _batch(Path(name), cpu_count(), watch)
        sheet.add_row(f"{count:,}", str(peak(None)), str(peaks["child"]))
    return sheet


def peak(process: int | None) -> int:
    """Return the most memory a process has held so far, in MB; 0 for one that has just ended."""
    try:
        status = Path(f"/proc/{process or 'self'}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    lines = dict(line.split(":", 1) for line in status.splitlines())
    return int(lines.get("VmHWM", "0 kB").split()[0]) // 1024


def _batch(folder: Path, processes: int, tell: Tell = lambda _what, _done, _total: None) -> None:
    sources, local = list_sources([folder]).sources, Local(processes, Bounds())
    with tempfile.TemporaryDirectory() as name, Journal.begin(Path(name) / "j", label(sources, TERMS)) as journal:
        Batch(sources, TERMS, journal).run(local, local, tell)


def _named(read: Callable[[bytes, str], object], name: str, data: bytes) -> object:
    return read(data, name)


def _each(plain: Callable[[bytes], object], files: Iterable[bytes]) -> None:
    for data in files:
        plain(data)


def _same(name: str, files: Iterable[bytes], plain: Callable[[bytes], set[tuple[str, ...]]]) -> str:
    """Say of how many files both ways give target and actual of all rows."""
    same = total = 0
    for data in files:
        cells = [set(row) for row in plain(data)]
        rows = read_bytes(data, f"x.{name}").filings[0].rows
        wanted = [{"".join((text or "").split()) for text in (row.level3, row.target, row.actual)} for row in rows]
        total += 1
        same += len(rows) == 20 and all(any(each <= row for row in cells) for each in wanted)
    return f"{same}/{total}"
