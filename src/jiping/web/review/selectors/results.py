"""What grades propose for the next budget (结果应用)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import Coalesce

from jiping.domain.workflow import State
from jiping.rulepack.load import load_pack, pack_for
from jiping.rulepack.pack import RulePack
from jiping.use_cases.rectification import Proposal, budget_proposals
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.policy import visible_to

DONE = (State.PASSED, State.PUBLISHED)


@dataclass(frozen=True, slots=True)
class GradeLine:
    """One grade: what it proposes, and how many filings of the year have it."""

    proposal: Proposal
    number: int


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One filing that passed: its grade, reviewed or else computed, and what that proposes."""

    filing: FilingRecord
    grade: str
    proposal: Proposal | None

    @property
    def most(self) -> Decimal | None:
        """The most the proposal leaves of this year's expenditure, in 万元."""
        return None if self.proposal is None else self.proposal.most(self.filing.summary_amount)


def pack_of_year(account: AccountRecord, year: int) -> RulePack:
    """Return the rules that hold for the account's unit at the end of `year`."""
    return load_pack(pack_for(account.unit.name), date(year, 12, 31))


def results_of(account: AccountRecord, year: int) -> "QuerySet[Any]":
    """Return the year's filings that passed, with `result_grade`: the reviewed grade where there is one."""
    passed = visible_to(account).filter(year=year, state__in=DONE)
    return passed.annotate(result_grade=Coalesce("reviewed__grade", "summary_grade")).order_by("unit__path", "pk")


def grade_lines(found: "QuerySet[Any]", pack: RulePack) -> tuple[GradeLine, ...]:
    """Return the grades of the pack with their numbers."""
    numbers = Counter(dict(found.order_by().values_list("result_grade").annotate(number=Count("pk"))))
    return tuple(GradeLine(each, numbers[each.grade]) for each in budget_proposals(pack))


def result_lines(filings: list[Any], pack: RulePack) -> tuple[ResultLine, ...]:
    """Return what each filing's grade proposes; a grade the pack does not know proposes nothing."""
    known = {each.grade: each for each in budget_proposals(pack)}
    return tuple(ResultLine(each, grade := each.result_grade, known.get(grade)) for each in filings)
