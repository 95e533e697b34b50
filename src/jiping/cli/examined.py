"""Examine what a person named: one file at once, many as a batch."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from jiping.batch.sources import is_many
from jiping.batch.terms import Terms
from jiping.checks.check import Scope
from jiping.cli.batch import Done, Wishes, batch
from jiping.cli.readings import all_filings
from jiping.use_cases.check import check


@contextmanager
def examined(files: Sequence[Path], terms: Terms, wishes: Wishes) -> Iterator[Done]:
    """Yield what was found; a single file is simply read, and its fault is the command's own."""
    if is_many(files) or wishes.resume or wishes.engine:
        with batch(files, terms, wishes) as done:
            yield done
    else:
        filings = all_filings(files, terms.folders)
        checks = terms.checks(*Scope)
        report = check(filings, terms.pack, on=terms.on, folders=terms.folders, checks=checks, data=terms.data)
        yield Done(report, files=1)
