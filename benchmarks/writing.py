"""Documents a second: our writers beside the way each would be written by hand. Peers are named with their versions."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from typing import TypeVar

from rich.table import Table

from benchmarks import peers
from benchmarks.filings import filings
from benchmarks.timing import side_by_side
from jiping.formats.registry import writable, writer_for
from jiping.use_cases.score import score
from jiping.use_cases.write import document

COUNT = 20
T = TypeVar("T")


def measure() -> Table:
    """Return documents per second for every writer; a document is one filing, two pages, a table of 20 rows."""
    evaluations = [score(filing, "rugao-2024") for filing in filings(COUNT)]
    pages = [document(each) for each in evaluations]
    work: dict[str, Callable[[], object]] = {
        f"jiping {name}": partial(_write_all, writer_for(name), pages) for name in writable()
    }
    missing: list[str] = []
    for peer in peers.PEERS:
        try:
            write = peer.prepare()
        except (ImportError, OSError) as fault:
            missing.append(f"{peer.package}：本机不能运行（{fault}）")
            continue
        work[f"{peer.package} {version(peer.package)} → {peer.to}"] = partial(_write_all, write, evaluations)
    timings = side_by_side(work, repetitions=3)
    sheet = Table(title=f"出文：每份一张情况表与 20 行评分表，{COUNT} 份一轮", caption="；".join(missing) or None)
    for column in ("写法", "份/秒", "CPU 毫秒/份", "jiping 快几倍"):
        sheet.add_column(column, justify="left" if column == "写法" else "right")
    for name, timing in timings.items():
        ours = timings.get(f"jiping {name.rpartition('→ ')[2]}")
        ratio = f"{timing.wall / ours.wall:.1f}" if ours is not None and ours is not timing else ""
        sheet.add_row(name, f"{COUNT / timing.wall:.1f}", f"{timing.cpu / COUNT * 1000:.1f}", ratio)
    return sheet


def _write_all(write: Callable[[T], bytes], subjects: Sequence[T]) -> None:
    for subject in subjects:
        write(subject)
