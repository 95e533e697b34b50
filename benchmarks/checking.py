"""How many filings a core scores and checks in a second, and whether that stays so as filings grow."""

import gc
import resource
import time

from rich.table import Table

from benchmarks.filings import filings
from jiping.batch.processes.garbage import collect_seldom
from jiping.checks.catalogue import catalogue
from jiping.domain.filing import Filing
from jiping.use_cases.check import check

SIZES = (1_000, 10_000, 100_000)
BATCH = 6_000


def measure() -> Table:
    """Return filings per second of one core for growing numbers of filings; 20 rows each, all checks."""
    sheet = Table(title=f"计分 + 全部 {len(catalogue())} 条校核，每份 20 行，单核")
    for column in ("份数", "秒", "份/秒", "每份相对首行", "内存峰值 MB"):
        sheet.add_column(column, justify="right")
    check(list(filings(60, seed=1)), "rugao-2024")
    collect_seldom()  # as the program does
    first = None
    for size in SIZES:
        seconds = _seconds(size)
        first = first or seconds / size
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        sheet.add_row(
            f"{size:,}", f"{seconds:.2f}", f"{size / seconds:,.0f}", f"{seconds / size / first:.2f}", f"{peak}"
        )
    return sheet


def _seconds(size: int) -> float:
    # making the filings is not the work measured, so the clock runs around the check of each batch only
    spent, batch = 0.0, list[Filing]()
    for filing in filings(size):
        batch.append(filing)
        if len(batch) == BATCH:
            spent += _check(batch)
            batch.clear()
    return spent + (_check(batch) if batch else 0.0)


def _check(batch: list[Filing]) -> float:
    gc.collect()
    begun = time.process_time()
    check(batch, "rugao-2024")
    return time.process_time() - begun
