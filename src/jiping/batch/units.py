"""Compare the filings of one unit with each other, within a year and over years, unit by unit, however many units there are.

Only offsets are kept in memory; the filings themselves stay in the journal until their unit's turn comes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jiping.batch.journal import Journal
from jiping.batch.processes.child import Lost
from jiping.batch.result import encode, stated_filings
from jiping.batch.stands import Stand, stated_at
from jiping.batch.terms import OF_A_UNIT, Terms
from jiping.checks.run import Report, run
from jiping.domain.errors import JipingError, PackFault
from jiping.domain.finding import NotRun
from jiping.exchange.plain import from_plain
from jiping.exchange.scalar import Misfit
from jiping.scoring.score import Evaluation


@dataclass(frozen=True, slots=True)
class UnitFilings:
    """One unit's filings of all years, and the number of their comparison in the batch."""

    number: int
    unit: str
    stands: tuple[Stand, ...]


def units(journal: Journal, files: int) -> Iterator[UnitFilings]:
    """Yield the groups in order of their first filing, numbered on from the `files`.

    Filings that name no unit are compared only within their own file.
    """
    groups: dict[str, list[Stand]] = {}
    for number in range(files):
        offset, line = journal.line(number)
        for position, filing in enumerate(stated_filings(line)):
            unit = filing["unit"] or f"（第 {number + 1} 个文件未写填报单位）"
            groups.setdefault(unit, []).append((offset, position))
    for number, (unit, stands) in enumerate(groups.items(), start=files):
        yield UnitFilings(number, unit, tuple(stands))


def compare(terms: Terms, journal: Path, group: UnitFilings) -> bytes:
    """Return the result line of one group, its filings read from the journal."""
    not_run: list[NotRun] = []
    evaluations: list[Evaluation] = []
    with journal.open("rb") as file:
        for stand in group.stands:
            stated = stated_at(stand, file)
            try:
                evaluations.append(terms.score(from_plain(stated)))
            except PackFault:
                raise
            except JipingError:
                continue  # said when the file itself was examined
            except Misfit as misfit:
                not_run.append(_left_out(stated["project"] or "", group.unit, misfit.what))
    report = run(evaluations, terms.checks(*OF_A_UNIT))
    return encode(group.number, group.unit, Report(report.findings, (*not_run, *report.not_run)))


def not_compared(group: UnitFilings, lost: Lost) -> bytes:
    """Return the result line of a group whose comparison took its process with it."""
    return encode(group.number, group.unit, Report((), (_left_out("各项目", group.unit, f"{lost.how}。"),)))


def _left_out(project: str, unit: str, why: str) -> NotRun:
    return NotRun("同单位对照", project, f"没有与同单位其他材料对照：{why}", unit)
