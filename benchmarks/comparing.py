"""How long it takes to bring together what is alike among very many filings, and how much memory."""

import resource
import tempfile
import time
from pathlib import Path

from rich.table import Table

from benchmarks.filings import filings
from jiping.batch.alike import alike, marked
from jiping.batch.journal import Journal
from jiping.batch.result import encode
from jiping.batch.terms import Terms
from jiping.checks.run import Report
from jiping.use_cases.check import choose

SIZES = (1_000, 10_000, 100_000)


def measure() -> Table:
    """Return the cost of sketching filings and of sorting their marks, for growing numbers of filings."""
    sheet = Table(title="各单位之间对照：逐份做摘要（单核），再在磁盘上排序归组")
    for column in ("份数", "摘要 秒", "摘要 份/秒", "归组 秒", "组数", "内存峰值 MB"):
        sheet.add_column(column, justify="right")
    terms = Terms("rugao-2024", None, (), tuple(each.code for each in choose()))
    marked(terms, filings(60, seed=1))
    for size in SIZES:
        sketching, sorting, groups = _seconds(terms, size)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        sheet.add_row(
            f"{size:,}", f"{sketching:.1f}", f"{size / sketching:,.0f}", f"{sorting:.1f}", f"{groups:,}", f"{peak}"
        )
    return sheet


def _seconds(terms: Terms, size: int) -> tuple[float, float, int]:
    with tempfile.TemporaryDirectory() as folder, Journal.begin(Path(folder) / "journal", {}) as journal:
        sketching = 0.0
        for number, filing in enumerate(filings(size)):
            begun = time.process_time()
            marks = marked(terms, (filing,))
            sketching += time.process_time() - begun
            journal.add(number, encode(number, "", Report((), ()), (filing,), marks=marks))
        begun = time.process_time()
        groups = sum(1 for _ in alike(journal, size, size))
        return sketching, time.process_time() - begun, groups


if __name__ == "__main__":
    from rich.console import Console

    Console().print(measure())
