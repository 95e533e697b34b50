"""Statements: 200,000 pages on two cores, one on demand, the floor, and others over the same records, look and font."""

import multiprocessing
import os
import resource
import statistics
import tempfile
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from rich.console import Group
from rich.table import Table

from benchmarks.reading import peak
from benchmarks.statement_peers import by_libreoffice, by_reportlab, by_typst, modules
from benchmarks.statement_records import records
from jiping.printing.crew import Crew
from jiping.printing.job import Manner, run
from jiping.printing.roster import Asked
from jiping.rulepack.shelf import BUILT_IN
from jiping.statements.columns import TEXTS
from jiping.statements.facts import Facts
from jiping.statements.packing import LEVEL, packed
from jiping.statements.renderer import Renderer, characters_of, render_one
from jiping.statements.template import load_template
from jiping.synthetic.county import County
from jiping.use_cases.generate import generate

_JOB = "jiping，2 个进程，整项任务：从业务记录到任务单"
PAGES, BATCH, MANY, FEW, MERGED, ROUNDS = 200_000, 5_000, 2_000_000, 20_000, 50, 3
_KEY = b"benchmark key, no secret"
_FACTS = Facts(2024, "某市社会保险基金管理中心", printed_on=date(2025, 3, 1), rate=Decimal("2.62"), rate_year=2024)
_LOOK = BUILT_IN / "national" / "statements"


Work = tuple[int, int, int]
"""Pages printed, their bytes, and the peak memory of the process that had most, in MB."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds a page of wall and CPU time, all processes together; bytes a page; peak memory of a process in MB."""

    pages: int
    wall: float
    cpu: float
    size: float
    peak: int


def measure() -> Group:
    """Return the table of runs and peers, and the floor; files lie in a temporary folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return Group(_runs(folder), _floor(folder))


def _runs(folder: Path) -> Table:
    path = folder / "statements.parquet"
    statements = records(PAGES)
    pq.write_table(statements, path, row_group_size=BATCH)
    sample = statements.slice(0, 1_000).to_pylist()
    template = load_template(_LOOK, _FACTS)
    generate(County(), folder / "county", lambda _said: None)
    codes = modules(len(sample))
    peer = {
        f"ReportLab {version('reportlab')}，表单对象": partial(by_reportlab, template, sample, codes),
        f"Typst（typst-py {version('typst')}），一次编译 1,000 页": partial(by_typst, template, sample, codes),
        f"LibreOffice 合并，一次 {MERGED} 页": partial(by_libreoffice, template, sample[:MERGED], codes[:MERGED]),
    }
    rounds: dict[str, list[Cost]] = {}
    for _ in range(ROUNDS):
        for processes in (1, 2):
            title = f"jiping，{processes} 个进程，{PAGES:,} 页"
            rounds.setdefault(title, []).append(_in_child(_print_all, folder, PAGES, processes))
        rounds.setdefault(_JOB, []).append(_in_child(_whole_job, folder))
        for title, draw in peer.items():
            pages = MERGED if "合并" in title else len(sample)
            rounds.setdefault(title, []).append(_in_child(_draw, folder, draw, pages))
    medians = {title: _median(costs) for title, costs in rounds.items()}
    best = medians[f"jiping，2 个进程，{PAGES:,} 页"]
    sheet = Table(title="对账单：每页毫秒，三轮交替的中位数；倍数以 2 个进程的 jiping 为 1")
    for column in ("做法", "页", "墙钟", "CPU", "墙钟倍数", "CPU 倍数", "字节/页", "峰值 MB"):
        sheet.add_column(column, justify="left" if column == "做法" else "right")
    for title, cost in medians.items():
        sheet.add_row(
            title,
            f"{cost.pages:,}",
            f"{cost.wall:.4f}",
            f"{cost.cpu:.4f}",
            f"{cost.wall / best.wall:,.0f}",
            f"{cost.cpu / best.cpu:,.0f}",
            f"{cost.size:,.0f}",
            str(cost.peak),
        )
    for count in (FEW, MANY):
        cost = _in_child(_print_all, folder, count, 2)
        title = f"jiping，2 个进程，{count:,} 页"
        sheet.add_row(
            title, f"{count:,}", f"{cost.wall:.4f}", f"{cost.cpu:.4f}", "", "", f"{cost.size:,.0f}", str(cost.peak)
        )
    return sheet


def _floor(folder: Path) -> Table:
    """What no printer can do without: packing the streams and writing the bytes; and one statement on demand."""
    statements = records(BATCH)
    template = load_template(_LOOK, _FACTS)
    renderer = Renderer(template, _KEY, characters_of(statements))
    out = BytesIO()
    done = renderer.render_file(statements, out)
    written = out.getvalue()
    contents = [
        zlib.decompress(written[at : at + length]) for at, length in zip(done.offsets, done.lengths, strict=True)
    ]
    record = statements.slice(7, 1).to_pylist()[0]
    render_one(template, _KEY, record)
    sheet = Table(title="下限与单份")
    sheet.add_column("项目")
    sheet.add_column("微秒", justify="right")
    sheet.add_row(
        "每页：只压缩内容", f"{_shortest(lambda: [packed(each, LEVEL) for each in contents]) / BATCH * 1e6:.1f}"
    )
    sheet.add_row("每页：只写字节并落盘", f"{_shortest(partial(_write, folder / 'floor', written)) / BATCH * 1e6:.1f}")
    sheet.add_row(
        "每页：jiping 全部", f"{_shortest(lambda: renderer.render_file(statements, BytesIO())) / BATCH * 1e6:.1f}"
    )
    singles = sorted(_timed(lambda: render_one(template, _KEY, record)) for _ in range(300))
    sheet.add_row("单份，热：中位数", f"{singles[150] * 1e6:,.0f}")
    sheet.add_row("单份，热：p99", f"{singles[297] * 1e6:,.0f}")
    return sheet


def _print_all(folder: Path, pages: int, processes: int) -> Work:
    """Scan, cut fonts, read and print every batch, fsync; batches come round again where more pages are asked for."""
    with Crew(processes) as crew:
        source = pq.ParquetFile(folder / "statements.parquet")
        used = (characters_of(pa.table(source.read_row_group(group, TEXTS))) for group in range(source.num_row_groups))
        renderer = Renderer(load_template(_LOOK, _FACTS), _KEY, frozenset().union(*used))
        done = list(crew.share(partial(_print, renderer, folder), range(pages // BATCH)))
    return pages, sum(size for size, _ in done), max(peak for _, peak in done)


def _print(renderer: Renderer, folder: Path, batch: int) -> tuple[int, int]:
    source = pq.ParquetFile(folder / "statements.parquet")
    group = batch % source.num_row_groups
    with (folder / f"{group}.pdf").open("wb") as out:
        size = renderer.render_file(source.read_row_group(group, use_threads=False), out).size
        out.flush()
        os.fsync(out.fileno())
    return size, peak(None)


def _whole_job(folder: Path) -> Work:
    """Everything `jiping statements run` does for the synthetic county, from the records to the ticket."""
    with tempfile.TemporaryDirectory(dir=folder) as out:
        asked = Asked(2024, folder / "county", "national")
        files = run(asked, Manner(_KEY), Path(out) / "statements", lambda *_: None).ticket["files"]
    return sum(each["pages"] for each in files), sum(each["bytes"] for each in files), peak(None)


def _draw(folder: Path, draw: Callable[[Path], None], pages: int) -> Work:
    path = folder / "peer.pdf"
    draw(path)
    return pages, path.stat().st_size, peak(None)


def _in_child(work: Callable[..., Work], *words: Any) -> Cost:
    """Measure a piece of work in a new process, with the processes it starts; its imports are not counted."""
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    child = multiprocessing.get_context("spawn").Process(target=_measured, args=(theirs, work, words))
    child.start()
    theirs.close()
    cost: Cost = ours.recv()
    child.join()
    return cost


def _measured(answer: Any, work: Callable[..., Work], words: tuple[Any, ...]) -> None:
    begun = time.perf_counter()
    before = _cpu()
    pages, size, highest = work(*words)
    wall, cpu = time.perf_counter() - begun, _cpu() - before
    answer.send(Cost(pages, wall / pages * 1000, cpu / pages * 1000, size / pages, highest))


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _median(costs: list[Cost]) -> Cost:
    middle = statistics.median
    return Cost(
        costs[0].pages,
        middle(c.wall for c in costs),
        middle(c.cpu for c in costs),
        costs[0].size,
        max(c.peak for c in costs),
    )


def _write(path: Path, written: bytes) -> None:
    with path.open("wb") as out:
        out.write(written)
        out.flush()
        os.fsync(out.fileno())


def _shortest(work: Callable[[], object]) -> float:
    return min(_timed(work) for _ in range(5))


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
