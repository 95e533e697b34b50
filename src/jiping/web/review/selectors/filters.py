"""What of a year's filings the board shows: read from the address, kept in the address."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.db.models import Q

from jiping.domain.workflow import State
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import number
from jiping.web.accounts.models import AccountRecord, UnitRecord
from jiping.web.filings.policy import TURNS

ALL, SENT, MINE, MUST, DIFFERS, RETURNED = "all", "sent", "mine", "must", "differs", "returned"
VIEWS = (ALL, SENT, MINE, MUST, DIFFERS, RETURNED)
HANDED_IN = (State.DEPARTMENT, State.BUREAU, State.PASSED, State.PUBLISHED)
PROBLEMS: Final = {"must": "有必改", "doubt": "有存疑", "clean": "没有意见"}
_PATH = re.compile(r"([0-9]{1,18}/)+")
_DIGITS = 6  # of a year or a page
_CONDITIONS = {
    "must": Q(summary_must__gt=0),
    "doubt": Q(summary_doubt__gt=0),
    "clean": Q(summary_must=0, summary_doubt=0),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """One address of the board. Empty texts filter nothing; `unit` is the path of a unit and covers all below it."""

    year: int
    view: str = MINE
    unit: str = ""
    problem: str = ""
    amount: str = ""
    state: str = ""
    text: str = ""
    page: int = 1

    @property
    def narrowed(self) -> bool:
        """Tell whether more than the counter is chosen, so that its number no longer counts the rows."""
        return any((self.unit, self.problem, self.amount, self.state, self.text))

    @property
    def query(self) -> str:
        """The address's own part, without the page."""
        return urlencode([(name, value) for name, value in self._told() if value])

    @property
    def plain(self) -> str:
        """The address's own part with nothing but year and counter."""
        return Filters(self.year, self.view).query

    def viewing(self, view: str) -> str:
        """Return the address's own part with another counter, from its first page."""
        return replace(self, view=view).query

    def _told(self) -> Iterator[tuple[str, object]]:
        yield from (("year", self.year), ("view", self.view), ("unit", self.unit), ("problem", self.problem))
        yield from (("amount", self.amount), ("state", self.state), ("q", self.text))


def filters_of(query: Mapping[str, str], year: int) -> Filters:
    """Return what an address asks for; what it cannot mean is passed over."""
    view, problem, state = query.get("view", MINE), query.get("problem", ""), query.get("state", "")
    unit = query.get("unit", "")
    return Filters(
        year=max(date.min.year, min(_whole(query.get("year"), year), date.max.year)),
        view=view if view in VIEWS else MINE,
        unit=unit if _PATH.fullmatch(unit) else "",
        problem=problem if problem in PROBLEMS else "",
        amount=query.get("amount", ""),
        state=state if state in set(State) else "",
        text=query.get("q", "").strip(),
        page=max(1, _whole(query.get("page"), 1)),
    )


def view_condition(view: str, account: AccountRecord) -> Q:
    """Return what a counter counts."""
    return {
        ALL: Q(),
        SENT: Q(state__in=HANDED_IN),
        MINE: Q(state__in=TURNS.get(account.duty, ())),
        MUST: Q(summary_must__gt=0),
        DIFFERS: Q(summary_differs=True),
        RETURNED: Q(state=State.RETURNED),
    }[view]


def narrowing(filters: Filters, pack: RulePack) -> Q:
    """Return what the row of filters leaves."""
    wanted = _CONDITIONS.get(filters.problem, Q())
    if filters.state:
        wanted &= Q(state=filters.state)
    if filters.unit:
        wanted &= Q(unit__in=UnitRecord.objects.filter(path__startswith=filters.unit).values("pk"))
    if filters.text:
        named = UnitRecord.objects.filter(name__contains=filters.text).values("pk")
        wanted &= Q(project__contains=filters.text) | Q(unit__in=named)
    return wanted & _amount(filters.amount, pack)


def _amount(name: str, pack: RulePack) -> Q:
    """Return the band `name` of the pack's risk_amounts, which stand in falling order."""
    above = None
    for row in pack.table("risk_amounts"):
        if row["name"] == name:
            if "at_least" not in row:
                return Q(summary_amount__isnull=True)
            least = Q(summary_amount__gte=number(row, "at_least"))
            return least if above is None else least & Q(summary_amount__lt=above)
        above = number(row, "at_least") if "at_least" in row else above
    return Q()


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= _DIGITS else otherwise
