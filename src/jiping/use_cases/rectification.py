"""What a pack lays down for after the review: how long a unit has to mend, what a grade means for the next budget."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from jiping.checks.silence import says_none
from jiping.domain.task import TaskSource
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import Row, number


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a grade proposes for the next year's budget; `share` of this year's is the most, None names no sum."""

    grade: str
    proposal: str
    detail: str
    share: Decimal | None

    def most(self, amount: Decimal | None) -> Decimal | None:
        """Return the most the proposal leaves of `amount`, in its unit."""
        return None if amount is None or self.share is None else amount * self.share


def due_on(source: TaskSource, raised: date, pack: RulePack) -> date:
    """Return the day by which a task raised on `raised` is to be answered."""
    row = next(row for row in pack.table("rectification_terms") if row["source"] == source)
    return raised + timedelta(days=int(number(row, "days")))


def budget_proposals(pack: RulePack) -> tuple[Proposal, ...]:
    """Return the proposals, best grade first."""
    return tuple(_proposal(row) for row in pack.table("budget_proposals"))


def problem_named(text: str | None, pack: RulePack) -> str | None:
    """Return the problems a unit names in `text`; None where it says there are none."""
    told = (text or "").strip()
    return told if told and not says_none(told, pack) else None


def _proposal(row: Row) -> Proposal:
    share = number(row, "share") if "share" in row else None
    return Proposal(str(row["grade"]), str(row["proposal"]), str(row["detail"]), share)
