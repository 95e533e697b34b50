"""A whole batch: every file, then every unit, then what units share; each finished piece goes to the journal at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from jiping.batch.alike import AlikeFilings, alike, compare_alike, not_compared_alike
from jiping.batch.journal import Journal
from jiping.batch.processes.child import Lost
from jiping.batch.processes.crew import crew
from jiping.batch.processes.serve import Bounds, Work
from jiping.batch.sources import Source
from jiping.batch.terms import OF_A_UNIT, Terms
from jiping.batch.units import UnitFilings, compare, not_compared, units
from jiping.batch.work import Job, examine, prepare, prepare_for_many, unread
from jiping.checks.check import Scope
from jiping.checks.order import by_filing
from jiping.checks.run import Report
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place

Task = TypeVar("Task")
Piece = TypeVar("Piece", Job, UnitFilings, AlikeFilings)
Tell = Callable[[str, int, int], None]  # what is being done, how many pieces of it are done, how many there are


class Engine(Protocol):
    """Where files are examined: child processes here, or a cluster."""

    def __call__(self, work: Work[Job], jobs: Iterable[Job]) -> Iterator[tuple[Job, bytes | Lost]]: ...


@dataclass(frozen=True, slots=True)
class Local:
    """The processes of the machine at hand."""

    processes: int
    bounds: Bounds

    def __call__(self, work: Work[Task], jobs: Iterable[Task]) -> Iterator[tuple[Task, bytes | Lost]]:
        return crew(work, jobs, self.processes, self.bounds)


@dataclass(frozen=True, slots=True)
class Batch:
    """Files, the terms they are examined under, and the journal that holds every finished piece."""

    sources: Sequence[Source]
    terms: Terms
    journal: Journal

    def run(self, engine: Engine, local: Local, tell: Tell) -> None:
        """Do what the journal does not hold yet: examine every file, then compare the filings of every unit, then those
        of different units.

        `engine` examines the files; comparing needs the journal and stays with `local`.
        """
        self._examine_files(engine, tell)
        done = len(self.sources)
        if self.terms.checks(*OF_A_UNIT):
            done += self._compare_units(local, tell)
        if self.terms.checks(Scope.ALL):
            self._compare_alike(local, done, tell)

    def _examine_files(self, engine: Engine, tell: Tell) -> None:
        jobs = [Job(number, source) for number, source in enumerate(self.sources)]
        work = Work(partial(prepare_for_many, self.terms), partial(examine, self.terms))
        lost = partial(_given_up, self.terms)
        self._do("读取校核", jobs, partial(engine, work), lost, tell)

    def _compare_units(self, local: Local, tell: Tell) -> int:
        """Return how many units there are."""
        groups = list(units(self.journal, len(self.sources)))
        work = Work(partial(prepare, self.terms), partial(compare, self.terms, self.journal.path))
        self._do("同单位对照", groups, partial(local, work), not_compared, tell)
        return len(groups)

    def _compare_alike(self, local: Local, first: int, tell: Tell) -> None:
        groups = list(alike(self.journal, len(self.sources), first))
        if groups:
            work = Work(partial(prepare_for_many, self.terms), partial(compare_alike, self.terms, self.journal.path))
            self._do("各单位对照", groups, partial(local, work), not_compared_alike, tell)

    def _do(
        self,
        what: str,
        pieces: Sequence[Piece],
        work: Callable[[Iterable[Piece]], Iterator[tuple[Piece, bytes | Lost]]],
        lost: Callable[[Piece, Lost], bytes],
        tell: Tell,
    ) -> None:
        left = [piece for piece in pieces if piece.number not in self.journal]
        before = len(pieces) - len(left)
        tell(what, before, len(pieces))
        for done, (piece, answer) in enumerate(work(left), start=before + 1):
            self.journal.add(piece.number, lost(piece, answer) if isinstance(answer, Lost) else answer)
            tell(what, done, len(pieces))


def collected(journal: Journal) -> Report:
    """Return everything a finished batch said, as one process would have said it: filing by filing."""
    results = [result.report for result in journal.results()]
    findings = by_filing(each for report in results for each in report.findings)
    given = tuple(dict.fromkeys(each for report in results for each in report.given))
    packs = sorted({each for report in results for each in report.packs})
    return Report(findings, tuple(each for report in results for each in report.not_run), tuple(packs), given)


def _given_up(terms: Terms, job: Job, lost: Lost) -> bytes:
    fault = UnreadableFile(
        f"{lost.how}，已放弃。",
        why="文件可能已损坏，或是恶意构造的。",
        remedy="请用原来的软件打开并另存一份再报；打不开的，请向提供文件的人核实。",
        place=Place(job.source.name),
    )
    return unread(terms, job, fault)
