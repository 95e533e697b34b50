"""One filing as a reviewer has it beside the board: facts, findings with what became of them, what can be done."""

from collections.abc import Iterable
from dataclasses import dataclass

from jiping.domain.finding import Finding, Severity
from jiping.domain.task import TaskState
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.judged import Judged
from jiping.web.filings.models import FilingRecord, TaskRecord
from jiping.web.filings.policy import may_judge
from jiping.web.filings.selectors import Act, acts_open, filing_judged, filing_whole


@dataclass(frozen=True, slots=True)
class Point:
    """A finding nobody has answered for, with the task it was taken up as, if it was."""

    finding: Finding
    task: TaskRecord | None


@dataclass(frozen=True, slots=True)
class Drawer:
    """What the right side shows of one filing; `mine` tells whether the reader may act on it."""

    filing: FilingRecord
    judged: Judged
    points: tuple[Point, ...]
    acts: tuple[Act, ...]
    text: str
    mine: bool

    @property
    def first(self) -> tuple[Point, ...]:
        """The points to look at first: what must be mended, and what was taken up."""
        return tuple(each for each in self.points if each.task or each.finding.severity is Severity.BLOCK)

    @property
    def doubts(self) -> tuple[Point, ...]:
        return self._others(Severity.WARN)

    @property
    def hints(self) -> tuple[Point, ...]:
        return self._others(Severity.HINT)

    def _others(self, severity: Severity) -> tuple[Point, ...]:
        return tuple(each for each in self.points if not each.task and each.finding.severity is severity)

    @property
    def returning(self) -> Act | None:
        return next((each for each in self.acts if each.step.reasoned), None)

    @property
    def passing(self) -> Act | None:
        return next((each for each in self.acts if not each.step.reasoned), None)


def drawer_of(account: AccountRecord, pk: int) -> Drawer:
    """Return one filing for review. Raises DoesNotExist for one the account may not see."""
    record = filing_whole(account, pk)
    judged = filing_judged(record)
    tasks = {(each.code, each.where): each for each in record.tasks.filter(state=TaskState.PROPOSED)}
    points = tuple(Point(each, tasks.get((each.code, each.where))) for each in judged.open)
    mine = may_judge(account, record)
    acts = acts_open(record, judged, account) if mine else ()
    return Drawer(record, judged, points, acts, return_text(tasks.values(), ""), mine)


def return_text(taken_up: Iterable[TaskRecord], more: str) -> str:
    """Return the words of a return: what was taken up, numbered, then `more`."""
    lines = [f"{number}. {each.said}" for number, each in enumerate(taken_up, start=1)]
    return "\n".join([*lines, more.strip()]).strip()
