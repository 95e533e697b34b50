"""Read filings: querysets for lists, a value for one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from jiping.domain.filing import Filing
from jiping.domain.project import ProjectState
from jiping.domain.workflow import State, Step, steps_for
from jiping.exchange.json import loads
from jiping.rulepack.load import load_pack, pack_for
from jiping.rulepack.pack import RulePack
from jiping.use_cases.workflow import workflow_steps
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.convert import filing_of
from jiping.web.filings.guards import GUARDS
from jiping.web.filings.judged import Judged, judge
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.policy import TURNS, visible_to
from jiping.web.projects.policy import visible_to as visible_projects

_BELOW = ("indicators__evidence", "sections", "waivers")


@dataclass(frozen=True, slots=True)
class Act:
    """An act as its button shows it; `hindrances` say why it is not open yet."""

    step: Step
    hindrances: tuple[str, ...]


def filings_of_year(account: AccountRecord, year: int) -> QuerySet[FilingRecord]:
    """Return the year's filings `account` may see, by unit."""
    return visible_to(account).filter(year=year).order_by("unit__path", "pk")


def filing_whole(account: AccountRecord, pk: int) -> FilingRecord:
    """Return one filing with all its rows. Raises DoesNotExist for one the account may not see."""
    return visible_to(account).select_related("unit", "submitted_by").prefetch_related(*_BELOW).get(pk=pk)


def filing_judged(record: FilingRecord) -> Judged:
    """Return the draft as a value with its points and findings."""
    return judge(filing_of(record))


def pack_of(record: FilingRecord) -> RulePack:
    """Return the rules of the filing's unit at the end of its year."""
    return load_pack(pack_for(f"{record.unit_name or ''}{record.department or ''}"), date(record.year, 12, 31))


def acts_open(record: FilingRecord, judged: Judged, account: AccountRecord) -> tuple[Act, ...]:
    """Return what `account` can do next with the filing, each with the reasons that still hinder it."""
    steps = steps_for(workflow_steps(pack_of(record)), State(record.state), account.duty)
    return tuple(Act(step, tuple(_hindrances(step, record, judged, account))) for step in steps)


def _hindrances(step: Step, record: FilingRecord, judged: Judged, account: AccountRecord) -> Iterable[str]:
    for name in step.guards:
        reason = GUARDS[name](record, judged, account)
        if reason:
            yield reason


def years_known(account: AccountRecord) -> list[int]:
    """Return the years of which the account sees filings, latest first."""
    return list(visible_to(account).order_by("-year").values_list("year", flat=True).distinct())


def todo_of(account: AccountRecord) -> QuerySet[FilingRecord]:
    """Return the filings whose next act is this account's."""
    return visible_to(account).filter(state__in=TURNS.get(account.duty, ())).order_by("year", "pk")


@dataclass(frozen=True, slots=True)
class OtherState:
    """What a draft is compared with, and what to call it."""

    title: str
    filing: Filing


def other_state(account: AccountRecord, record: FilingRecord, which: str) -> OtherState | None:
    """Return the version last handed in (`draft`) or the same project's filing of the year before (`year`)."""
    if which == "year":
        earlier = visible_to(account).filter(unit=record.unit, project=record.project, year=record.year - 1).first()
        return None if earlier is None else OtherState(f"{earlier.year} 年度", filing_of(earlier))
    sealed = record.versions.order_by("-number").first()
    if sealed is None:
        return None
    (filing,) = loads(sealed.content, str(record))
    return OtherState(f"第 {sealed.number} 次报送的版本", filing)


def startable(account: AccountRecord) -> dict[str, object]:
    """Return what a filing can begin with: approved projects without one, and last filings nobody has gone on from."""
    own = visible_to(account)
    taken = {(each.project, each.year) for each in own}
    goals = [
        each
        for each in visible_projects(account).filter(state=ProjectState.APPROVED)
        if (each.name, each.year) not in taken
    ]
    earlier = [each for each in own.order_by("-year", "pk") if (each.project, each.year + 1) not in taken]
    return {"goals": goals, "earlier": earlier}
