"""Examine one file: a function of its bytes and name alone, wherever it runs."""

from dataclasses import dataclass

from jiping.batch.alike import marked
from jiping.batch.result import encode
from jiping.batch.sources import Source, content
from jiping.batch.terms import ALONE, Terms
from jiping.checks.check import Scope
from jiping.checks.run import run_on_fault
from jiping.checks.sketch import blank
from jiping.domain.errors import JipingError, PackFault
from jiping.rulepack.load import load_pack
from jiping.use_cases.check import check
from jiping.use_cases.packs import ANY_DAY, every_layout, reading_vocabulary
from jiping.use_cases.read import read_bytes


@dataclass(frozen=True, slots=True)
class Job:
    """A file and its number in the batch."""

    number: int
    source: Source


def prepare(terms: Terms) -> None:
    """Load what every file needs, so that the first one is not charged for it."""
    every_layout(terms.folders)
    reading_vocabulary()
    load_pack(terms.pack, terms.on or ANY_DAY, terms.folders)
    terms.checks(*ALONE)


def prepare_for_many(terms: Terms) -> None:
    """Load also what only marking filings for others needs."""
    prepare(terms)
    if terms.checks(Scope.ALL):
        blank()


def examine(terms: Terms, job: Job) -> bytes:
    """Return the result line of one file; whatever is wrong with the file is a finding in it.

    Raises PackFault, which is the caller's choice and would befall every file, and MemoryError.
    """
    name = job.source.name
    try:
        reading = read_bytes(content(job.source), name, terms.folders)
        checks = terms.checks(*ALONE)
        report = check(reading.filings, terms.pack, on=terms.on, folders=terms.folders, checks=checks, data=terms.data)
        marks = marked(terms, reading.filings)
        return encode(job.number, name, report, reading.filings, reading.remarks, marks=marks)
    except (PackFault, MemoryError):
        raise
    except JipingError as fault:
        return unread(terms, job, fault)
    except Exception as defect:  # noqa: BLE001 - a defect met in one file must not stop the others
        return unread(terms, job, _own(defect))


def unread(terms: Terms, job: Job, fault: JipingError) -> bytes:
    """Return the result line of a file that could not be examined."""
    return encode(job.number, job.source.name, run_on_fault(fault, job.source.name, terms.checks(Scope.FILE)))


def _own(defect: Exception) -> JipingError:
    return JipingError(
        f"程序读到它时自身出错（{type(defect).__name__}）。",
        why="这不一定是材料的问题，但它没有经过校核。",
        remedy="请把文件交给维护人员。",
    )
