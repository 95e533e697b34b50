"""What the counters of the board and its histogram say, from one grouped query over an index."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import Count, Q

from jiping.domain.workflow import State
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.policy import TURNS, visible_to
from jiping.web.review.selectors.filters import ALL, DIFFERS, HANDED_IN, MINE, MUST, RETURNED, SENT

FULL = 100
_BINS = ((0, 84, "<85"), (85, 89, "85"), *((points, points, str(points)) for points in range(90, FULL + 1)))
_NAMED = frozenset({"<85", "85", "90", "95", "98", "99", "100"})  # the others would not fit below their bars
_STEP, _WIDTH, _HIGH, _FLOOR = 16, 13, 40, 52  # of the drawing: from bar to bar, a bar, the tallest, where all stand


@dataclass(frozen=True, slots=True)
class Group:
    """Filings alike in state, difference and whole points; `blocked` of them have a finding that must be mended."""

    state: State
    differs: bool
    points: int | None
    number: int
    blocked: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the histogram, by whole points of the unit's own score, at its place in the drawing."""

    label: str
    number: int
    height: int
    among_the_most: bool
    left: int

    @property
    def top(self) -> int:
        return _FLOOR - self.height

    @property
    def above(self) -> int:
        """Where the number stands."""
        return self.top - 3

    @property
    def middle(self) -> int:
        return self.left + _WIDTH // 2

    @property
    def axis(self) -> str:
        return self.label if self.label in _NAMED else ""


@dataclass(frozen=True)
class Tally:
    """All filings of a year in somebody's scope."""

    groups: tuple[Group, ...]
    mine: tuple[State, ...]

    def of(self, view: str) -> int:
        """Return the number of a counter."""
        if view == MUST:
            return sum(each.blocked for each in self.groups)
        return sum(each.number for each in self.groups if self._counts(each, view))

    def _counts(self, group: Group, view: str) -> bool:
        wanted = {SENT: HANDED_IN, MINE: self.mine, RETURNED: (State.RETURNED,)}
        return view == ALL or (group.differs if view == DIFFERS else group.state in wanted[view])

    @property
    def all(self) -> int:
        return self.of(ALL)

    @property
    def waiting(self) -> int:
        """How many await this reviewer."""
        return self.of(MINE)

    @property
    def sent_share(self) -> Decimal | None:
        """How many per cent are handed in; None where there is nothing to hand in."""
        return Decimal(self.of(SENT) * 100) / self.of(ALL) if self.groups else None

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """The histogram; the two neighbouring bars that hold most are marked."""
        points: Counter[int] = Counter()
        for each in self.groups:
            if each.points is not None:
                points[min(each.points, FULL)] += each.number
        numbers = [sum(points[each] for each in range(low, high + 1)) for low, high, _ in _BINS]
        tallest, first = max(numbers), _crowded(numbers)
        return tuple(
            Bar(label, number, _high(number, tallest), bool(number) and at in (first, first + 1), at * _STEP)
            for at, (number, (_, _, label)) in enumerate(zip(numbers, _BINS, strict=True))
        )

    @property
    def crowd(self) -> tuple[str, Decimal] | None:
        """What the two fullest neighbouring bars are called, and how many per cent of the scored filings they hold."""
        bars = self.bars
        most, scored = [each for each in bars if each.among_the_most], sum(each.number for each in bars)
        if not most:
            return None
        return "–".join(each.label for each in most), Decimal(sum(each.number for each in most) * 100) / scored


def tally(account: AccountRecord, year: int) -> Tally:
    """Return the counts; the one query reads the index filing_counters in its own order."""
    rows = (
        visible_to(account)
        .filter(year=year)
        .order_by()
        .values_list("state", "summary_differs", "summary_points")
        .annotate(number=Count("*"), blocked=Count("year", filter=Q(summary_must__gt=0)))
    )
    return Tally(_groups(rows), TURNS.get(account.duty, ()))


def _groups(rows: Iterable[tuple[str, bool, int | None, int, int]]) -> tuple[Group, ...]:
    return tuple(Group(State(state), *rest) for state, *rest in rows)  # type: ignore[arg-type]


def _crowded(numbers: list[int]) -> int:
    return max(range(len(numbers) - 1), key=lambda at: numbers[at] + numbers[at + 1])


def _high(number: int, tallest: int) -> int:
    return max(1, number * _HIGH // tallest) if number else 0
