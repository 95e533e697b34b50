"""What the pages of a project draw: the assessment's questions, targets in groups, monitorings with their lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from jiping.checks.run import Report
from jiping.domain.finding import Finding
from jiping.domain.project import ProjectState
from jiping.rulepack.pack import RulePack
from jiping.use_cases.goal_rules import MonitoringDate, aspects, expected_execution, monitoring_dates
from jiping.web.projects.models import MonitoringRecord, ProjectRecord, TargetRecord
from jiping.web.projects.selectors import findings_by_target, hindrances, lint_of
from jiping.web.projects.warnings import Progress, shown, warnings_of

STAGES = (ProjectState.DRAFT, ProjectState.SUBMITTED, ProjectState.APPROVED)


@dataclass(frozen=True, slots=True)
class Question:
    """One aspect of the ex-ante assessment: its place in the form, what it asks, and the answer."""

    number: int
    aspect: str
    ask: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One target with what is objected to it."""

    record: TargetRecord
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The targets of a first level."""

    title: str
    lines: tuple[Line, ...]

    @property
    def weight(self) -> Decimal:
        return sum((each.record.weight for each in self.lines), Decimal(0))


@dataclass(frozen=True, slots=True)
class Page:
    """A project as its page shows it."""

    questions: tuple[Question, ...]
    groups: tuple[Group, ...]
    report: Report
    hindrances: tuple[str, ...]
    full_mark: Decimal

    @property
    def weight(self) -> Decimal:
        return sum((each.weight for each in self.groups), Decimal(0))


@dataclass(frozen=True, slots=True)
class Time:
    """One of the pack's monitorings: due or handed in, with both lines and the warnings."""

    when: MonitoringDate
    record: MonitoringRecord | None
    money: Fraction | None
    achieved: Fraction | None
    expected: Fraction
    warnings: tuple[str, ...]
    late: bool

    @property
    def bars(self) -> tuple[tuple[str, Fraction, str], ...]:
        """The lines to draw: the money, the goals, and what the calendar expects, in per cent."""
        told = (("资金", self.money), ("目标", self.achieved), ("应有进度", self.expected))
        return tuple((name, min(share, Fraction(1)) * 100, shown(share)) for name, share in told if share is not None)


def page_of(project: ProjectRecord, pack: RulePack) -> Page:
    """Return what the page of `project` shows; its rows are prefetched."""
    report = lint_of(project)
    answered = {each.aspect: each.text for each in project.aspects.all()}
    questions = (
        Question(number, aspect, ask, answered.get(aspect, ""))
        for number, (aspect, ask) in enumerate(aspects(pack), start=1)
    )
    return Page(tuple(questions), tuple(_groups(project, report)), report, hindrances(project, report), pack.full_mark)


def monitorings_of(project: ProjectRecord, pack: RulePack, today: date) -> tuple[Time, ...]:
    """Return the year's monitorings, handed in or not."""
    handed = {each.month: each for each in project.monitorings.all()}
    return tuple(
        _time(when, handed.get(when.month), project, pack, today) for when in monitoring_dates(pack, project.year)
    )


def _groups(project: ProjectRecord, report: Report) -> Iterator[Group]:
    named = findings_by_target(project, report)
    order = list(dict.fromkeys(each.level1 for each in project.targets.all()))
    placed = sorted(project.targets.all(), key=lambda each: order.index(each.level1))
    for title, members in groupby(placed, key=lambda each: each.level1):
        yield Group(title, tuple(Line(each, tuple(named[each.level3])) for each in members))


def _time(
    when: MonitoringDate, record: MonitoringRecord | None, project: ProjectRecord, pack: RulePack, today: date
) -> Time:
    expected = expected_execution(pack, when.month)
    if record is None:
        money = Progress(when.month, project.summary_budget, project.summary_spent, ()).money
        return Time(when, None, money, None, expected, (), today > when.due)
    goals = tuple((each.percent, each.target.weight) for each in record.progress.all())
    progress = Progress(when.month, record.budget_fen, record.spent_fen, goals)
    return Time(when, record, progress.money, progress.achieved, expected, warnings_of(progress, pack), late=False)
