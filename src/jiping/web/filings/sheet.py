"""The score sheet as it is drawn: rows in groups, each with its points, doubts and proofs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from jiping.domain.finding import Finding, Severity
from jiping.scoring.score import RowScore
from jiping.web.filings.judged import Judged
from jiping.web.filings.models import FilingRecord, IndicatorRecord

NO_LEVEL = "其他指标"


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator: its record, what it earns, and what is objected to."""

    record: IndicatorRecord
    scored: RowScore
    findings: tuple[Finding, ...]
    opens_level2: int

    @property
    def points(self) -> Decimal | None:
        """The points shown: those stated, or where none are stated the computed ones."""
        return self.scored.points if self.scored.row.score is None else self.scored.row.score

    @property
    def differs(self) -> bool:
        """Tell whether the stated points are not those the rule gives."""
        return None not in (self.scored.row.score, self.scored.points) and self.scored.row.score != self.scored.points

    @property
    def in_doubt(self) -> bool:
        """Tell whether the row needs a person's eye."""
        return self.differs or any(each.severity is not Severity.HINT for each in self.findings)

    @property
    def state(self) -> str:
        """The icon of the row."""
        if self.in_doubt:
            return "alert-triangle"
        return "circle-check" if self.record.confirmed_by_id else "circle-dashed"


@dataclass(frozen=True, slots=True)
class Group:
    """A first-level group with its subtotal."""

    title: str
    lines: tuple[Line, ...]

    @property
    def weight(self) -> Decimal:
        return sum((each.scored.row.weight or Decimal(0) for each in self.lines), Decimal(0))

    @property
    def points(self) -> Decimal | None:
        known = [each.points for each in self.lines]
        return None if None in known else sum((each for each in known if each is not None), Decimal(0))

    @property
    def confirmed(self) -> int:
        return sum(1 for each in self.lines if each.record.confirmed_by_id)

    @property
    def share(self) -> Decimal:
        """How much of the weight is earned, in per cent for a bar."""
        return Decimal(0) if self.points is None or not self.weight else self.points / self.weight * 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of one filing's rows, and the sums beside them."""

    groups: tuple[Group, ...]
    judged: Judged

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def stated(self) -> Decimal | None:
        """The sum of the points as they now stand."""
        known = [each.points for each in self.groups]
        return None if not known or None in known else sum((each for each in known if each is not None), Decimal(0))

    @property
    def weight(self) -> Decimal:
        return sum((each.weight for each in self.groups), Decimal(0))

    @property
    def grade(self) -> str:
        return "" if self.stated is None else self.judged.evaluation.pack.grades.of(self.stated)

    @property
    def confirmed(self) -> int:
        return sum(each.confirmed for each in self.groups)

    @property
    def proven(self) -> int:
        return sum(1 for each in self.lines if each.record.evidence.all())

    @property
    def differing(self) -> int:
        return sum(1 for each in self.lines if each.differs)

    @property
    def pending(self) -> int:
        return sum(1 for each in self.lines if each.in_doubt)

    @property
    def unproven(self) -> int:
        return len(self.lines) - self.proven

    def only(self, show: str) -> tuple["Group", ...]:
        """Return the groups with the rows a person asked for: `all`, those `in_doubt`, or those `unproven`."""
        if show not in _SHOWN:
            return self.groups
        wanted = _SHOWN[show]
        chosen = (Group(each.title, tuple(_alone(line) for line in each.lines if wanted(line))) for each in self.groups)
        return tuple(each for each in chosen if each.lines)


def _in_doubt(line: Line) -> bool:
    return line.in_doubt


def _unproven(line: Line) -> bool:
    return not line.record.evidence.all()


_SHOWN: dict[str, Callable[[Line], bool]] = {"in_doubt": _in_doubt, "unproven": _unproven}


def _alone(line: Line) -> Line:
    """Return the line with its own second level: its neighbours may not be shown."""
    return replace(line, opens_level2=1)


def sheet_of(record: FilingRecord, judged: Judged) -> Sheet:
    """Return the sheet of a filing whose rows are prefetched."""
    pairs = zip(record.indicators.all(), judged.evaluation.rows, strict=True)
    return Sheet(tuple(_groups(pairs, judged)), judged)


def _groups(pairs: Iterable[tuple[IndicatorRecord, RowScore]], judged: Judged) -> Iterator[Group]:
    for title, members in groupby(pairs, key=lambda pair: pair[0].level1):
        yield Group(title or NO_LEVEL, tuple(_lines(members, judged)))


def _lines(pairs: Iterable[tuple[IndicatorRecord, RowScore]], judged: Judged) -> Iterator[Line]:
    for _, members in groupby(pairs, key=lambda pair: pair[0].level2):
        block = list(members)
        for number, (record, scored) in enumerate(block):
            yield Line(record, scored, judged.of_row(scored), 0 if number else len(block))
