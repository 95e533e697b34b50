"""What the counters of the board say, and what its histogram is drawn from: one grouped query over an index."""

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
from jiping.web.review.selectors.histogram import Histogram


@dataclass(frozen=True, slots=True)
class Group:
    """Filings alike in state, difference and whole points; `blocked` of them have a finding that must be mended."""

    state: State
    differs: bool
    points: int | None
    number: int
    blocked: int


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
    def histogram(self) -> Histogram:
        """The units' own scores by whole points."""
        points: Counter[int] = Counter()
        for each in self.groups:
            if each.points is not None:
                points[each.points] += each.number
        return Histogram(points)


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
