"""Rank a finished batch: its findings, weighed, beside the heads of its filings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from jiping.checks.run import Report
from jiping.domain.filing import Filing
from jiping.exchange.plain import from_plain
from jiping.exchange.scalar import Misfit
from jiping.reports.batch import pages, workbook
from jiping.review.overview import Overview
from jiping.review.overview import overview as weigh
from jiping.review.subject import NO_PROJECT, NO_UNIT, Subject, subject_of
from jiping.rulepack.load import load_pack
from jiping.use_cases.batch.result import Result, decode, stated_filings
from jiping.use_cases.batch.run import Batch
from jiping.use_cases.output import put
from jiping.use_cases.sources import Source

_UNSCORED = "全部"  # the code under which a filing stands that no check could look at


def overview(
    report: Report, subjects: Sequence[Subject], pack: str, on: date, folders: Sequence[Path] = ()
) -> Overview:
    """Return the batch ranked under `pack`, at the end of the year most of its filings are of (of `on` if none says)."""
    years = Counter(each.year for each in subjects if each.year is not None)
    year = max(years, key=lambda each: (years[each], each), default=None)
    day = on if year is None or not date.min.year <= year <= date.max.year else date(year, 12, 31)
    return weigh(report, subjects, load_pack(pack, day, folders))


def write_overview(batch: Overview, out: Path) -> tuple[Path, ...]:
    """Write the pages and the workbook into `out` and return the two a person opens first."""
    for path, content in pages.render(batch):
        put(out / path, content)
    return out / pages.HOME, put(out / "校核总览.xlsx", workbook.render(batch))


def subjects_in(work: Batch, out: Path) -> Iterator[Subject]:
    """Yield the head of every filing of a finished batch, with the way from `out` to its file."""
    for number, source in enumerate(work.sources):
        line = work.journal.line(number)[1]
        result, link = decode(line), _link(source, out)
        for stated in stated_filings(line):
            try:
                filing = from_plain(stated)
            except Misfit as misfit:
                yield Subject(
                    stated["unit"] or NO_UNIT,
                    stated["project"] or NO_PROJECT,
                    None,
                    source.name,
                    link,
                    unchecked=misfit.what,
                )
            else:
                yield subject_of(filing, link, _unscored(filing, result))


def filings_in(work: Batch) -> Iterator[Filing]:
    """Yield the filings of a finished batch that can be scored."""
    for number in range(len(work.sources)):
        line = work.journal.line(number)[1]
        result = decode(line)
        for stated in stated_filings(line):
            try:
                filing = from_plain(stated)
            except Misfit:
                continue  # told as unchecked where the batch is ranked
            if _unscored(filing, result) is None:
                yield filing


def _unscored(filing: Filing, result: Result) -> str | None:
    project = filing.project or NO_PROJECT
    missed = result.report.not_run
    return next((each.reason for each in missed if each.code == _UNSCORED and each.project == project), None)


def _link(source: Source, out: Path) -> str | None:
    """Return the relative path from the folder `out` to a file; a file inside an archive cannot be opened by a link."""
    if source.trail:
        return None
    there, here = source.path.resolve().parts, out.resolve().parts
    shared = next((at for at, pair in enumerate(zip(there, here, strict=False)) if pair[0] != pair[1]), len(here))
    if shared == 0:
        return None
    return "/".join([".."] * (len(here) - shared) + list(there[shared:]))
