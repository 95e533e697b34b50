"""Examine many files and rank them, for the commands that hand over a whole batch."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import cpu_count
from pathlib import Path

from jiping.batch.run import Batch
from jiping.batch.subjects import subjects_in
from jiping.batch.terms import Terms
from jiping.cli import options
from jiping.cli.batch import Wishes, batch
from jiping.review.overview import Overview
from jiping.use_cases.check import choose
from jiping.use_cases.overview import overview

_SECONDS = 60


@contextmanager
def ranked(
    files: Sequence[Path], pack: str, on: str | None, folders: Sequence[Path], out: Path, *, resume: bool
) -> Iterator[tuple[Overview, Batch]]:
    """Yield the files examined by every check and ranked; progress is kept until the body has ended."""
    terms = Terms(pack, options.day(on), tuple(folders), tuple(each.code for each in choose()))
    with batch(files, terms, Wishes(cpu_count(), _SECONDS, None, None, resume)) as done:
        if done.work is not None:
            subjects = tuple(subjects_in(done.work, out))
            day = terms.on or options.today()
            yield overview(done.report, subjects, pack, day, folders), done.work
