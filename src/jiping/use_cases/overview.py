"""Rank what a batch found: its findings, weighed, beside the heads of its filings."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jiping.checks.run import Report
from jiping.domain.masking import masked
from jiping.reports.batch import pages, workbook
from jiping.reports.batch.drawn import Drawn
from jiping.review.overview import Overview
from jiping.review.overview import overview as weigh
from jiping.review.subject import Subject
from jiping.rulepack.load import load_pack
from jiping.use_cases.output import put


def overview(
    report: Report, subjects: Sequence[Subject], pack: str, on: date, folders: Sequence[Path] = ()
) -> Overview:
    """Return the batch ranked under `pack`, at the end of the year most of its filings are of (of `on` if none says).

    Identity numbers are masked in it, and so in all that is made of it.
    """
    report, subjects = masked((report, tuple(subjects)))
    years = Counter(each.year for each in subjects if each.year is not None)
    year = max(years, key=lambda each: (years[each], each), default=None)
    day = on if year is None or not date.min.year <= year <= date.max.year else date(year, 12, 31)
    return weigh(report, subjects, load_pack(pack, day, folders))


def write_overview(batch: Overview, out: Path, drawn: Drawn) -> tuple[Path, ...]:
    """Write the pages and the workbook into `out` and return the two a person opens first."""
    for path, content in pages.render(batch, drawn):
        put(out / path, content)
    return out / pages.HOME, put(out / "校核总览.xlsx", workbook.render(batch, drawn))
