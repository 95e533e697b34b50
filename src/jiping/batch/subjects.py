"""The filings of a finished batch, as those see them who rank or sample it."""

from collections.abc import Iterator
from pathlib import Path

from jiping.batch.result import Result, decode, stated_filings
from jiping.batch.run import Batch
from jiping.batch.sources import Source
from jiping.domain.filing import NO_PROJECT, NO_UNIT, Filing
from jiping.exchange.plain import from_plain
from jiping.exchange.scalar import Misfit
from jiping.review.subject import Subject, subject_of
from jiping.scoring.score import Evaluation
from jiping.use_cases.check import UNSCORED


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
                yield subject_of(filing, link, _unscored(filing, result), work.terms.pack_label(filing))


def scored_in(work: Batch) -> Iterator[Evaluation]:
    """Yield the filings of a finished batch that can be scored, each under the pack it was checked by."""
    for number in range(len(work.sources)):
        line = work.journal.line(number)[1]
        result = decode(line)
        for stated in stated_filings(line):
            try:
                filing = from_plain(stated)
            except Misfit:
                continue  # told as unchecked where the batch is ranked
            if _unscored(filing, result) is None:
                yield work.terms.score_alone(filing)


def _unscored(filing: Filing, result: Result) -> str | None:
    missed = result.report.not_run
    return next((each.reason for each in missed if each.code == UNSCORED and each.project == filing.label), None)


def _link(source: Source, out: Path) -> str | None:
    """Return the relative path from the folder `out` to a file; a file inside an archive cannot be opened by a link."""
    if source.trail:
        return None
    there, here = source.path.resolve().parts, out.resolve().parts
    shared = next((at for at, pair in enumerate(zip(there, here, strict=False)) if pair[0] != pair[1]), len(here))
    if shared == 0:
        return None
    return "/".join([".."] * (len(here) - shared) + list(there[shared:]))
