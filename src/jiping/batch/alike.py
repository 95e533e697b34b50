"""Compare filings of any units where a check's marks bring them together, however many filings there are.

The marks lie in the journal with the filings; they are sorted on disk, and the filings are fetched when asked for.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from jiping.batch.journal import Journal
from jiping.batch.processes.child import Lost
from jiping.batch.result import Marked, encode, stated_filings, stated_marks
from jiping.batch.stands import Fetched, Stand
from jiping.batch.terms import Terms
from jiping.checks.check import Scope
from jiping.checks.gathering import joined
from jiping.checks.plan import plan_of
from jiping.checks.run import Report, run_alike
from jiping.domain.errors import JipingError, PackFault
from jiping.domain.filing import Filing
from jiping.domain.finding import NotRun
from jiping.exchange.scalar import Misfit

_MOST = 4_000  # filings in one comparison

Stated = tuple[object, ...]  # unit, year and project of a filing


@dataclass(frozen=True, slots=True)
class AlikeFilings:
    """Filings that the check `code` wants to see side by side, and the number of their comparison in the batch."""

    number: int
    code: str
    stands: tuple[Stand, ...]


def marked(terms: Terms, filings: Iterable[Filing]) -> Marked:
    """Return the marks of every filing by code; a filing that cannot be scored has none."""
    return [_marks(terms, each) for each in filings]


def alike(journal: Journal, files: int, first: int) -> Iterator[AlikeFilings]:
    """Yield what is to be compared, code by code, numbered from `first`.

    A filing handed in several times is compared once: its copies say nothing about others.
    Where thousands are alike they are compared in parts, so that each comparison stays within the bounds of a task.
    """
    stands: list[Stand] = []
    known: set[Stated] = set()
    with closing(sqlite3.connect("")) as table:  # a nameless database goes to disk when it outgrows its cache
        table.execute("CREATE TABLE mark (code TEXT, mark INTEGER, stand INTEGER)")
        for number in range(files):
            offset, line = journal.line(number)
            for position, marks in _without_copies(line, known):
                rows = ((code, mark, len(stands)) for code, each in marks.items() for mark in each)
                table.executemany("INSERT INTO mark VALUES (?, ?, ?)", rows)
                stands.append((offset, position))
        number = first
        for code, shared in groupby(_shared(table), key=itemgetter(0)):
            for group in joined(members for _, members in shared):
                for part in _parts(group, _MOST):
                    yield AlikeFilings(number, code, tuple(stands[each] for each in part))
                    number += 1


def compare_alike(terms: Terms, journal: Path, group: AlikeFilings) -> bytes:
    """Return the result line of one comparison."""
    with journal.open("rb") as file:
        try:
            report = run_alike(group.code, Fetched(terms, file, group.stands), terms.checks(Scope.ALL))
        except Misfit as misfit:
            report = _left_out(group, misfit.what)
    return encode(group.number, group.code, report)


def not_compared_alike(group: AlikeFilings, lost: Lost) -> bytes:
    """Return the result line of a comparison that took its process with it."""
    return encode(group.number, group.code, _left_out(group, f"{lost.how}。"))


def _left_out(group: AlikeFilings, why: str) -> Report:
    who = f"写法相近的 {len(group.stands)} 份自评"
    return Report((), (NotRun(group.code, who, f"没有与其他单位对照：{why}"),))


def _without_copies(line: bytes, known: set[Stated]) -> Iterator[tuple[int, Mapping[str, Sequence[int]]]]:
    """Yield the marked filings of a file with their positions; those stated before are left out, new ones get `known`."""
    for position, (filing, marks) in enumerate(zip(stated_filings(line), stated_marks(line), strict=True)):
        stated = filing["unit"], filing["year"], filing["project"]
        if not marks or stated in known:
            continue
        if all(stated):
            known.add(stated)
        yield position, marks


def _parts(group: Sequence[int], most: int) -> Iterator[Sequence[int]]:
    """Yield `group` in as few parts of about one size as have no more than `most` members."""
    size = -(-len(group) // -(-len(group) // most))
    return (group[start : start + size] for start in range(0, len(group), size))


def _marks(terms: Terms, filing: Filing) -> dict[str, list[int]]:
    try:
        evaluation = terms.score(filing)
    except PackFault:
        raise
    except JipingError:
        return {}  # said when the file itself was examined
    return plan_of(evaluation.pack, terms.checks(Scope.ALL)).marks(evaluation)


def _shared(table: sqlite3.Connection) -> Iterator[tuple[str, list[int]]]:
    """Yield code by code who shares a mark."""
    rows = table.execute("SELECT code, mark, stand FROM mark ORDER BY code, mark, stand")
    for (code, _), same in groupby(rows, key=itemgetter(0, 1)):
        members = [stand for _, _, stand in same]
        if len(members) > 1:
            yield code, members
