"""The subsidy's rules of one contribution year, read from the pack: every choice the policy leaves open has a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from jiping.datasets.choice import choice
from jiping.datasets.question import Question
from jiping.rulepack.pack import RulePack

FEN = 100
_CHOICES: Mapping[str, tuple[object, ...]] = {
    "ts_roll_rule": ("paid_or_paying", "paid", "on_roll"),
    "ts_place": ("insured_place", "household"),
    "ts_first_time": ("never_flexible", "never_enterprise"),
    "ts_qualifying_year": ("joining_year", "first_reaching_year"),
    "ts_months_by": ("belonging", "payment"),
    "ts_renewal_year": ("next_year", "later_year"),
    "ts_double_support": ("flag", "exclude"),
}


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules for the months of `year`, whose subsidy is paid in the year the question is about. Money is fen."""

    pack: RulePack
    year: int

    @property
    def window(self) -> tuple[date, date]:
        """The first and the last month in which joining counts."""
        return self.day("ts_window_first"), self.day("ts_window_last")

    @property
    def review_day(self) -> date:
        """The last day on which a payment still counts for `year`; whoever has left by then gets nothing."""
        return self.cutoff(self.year)

    @property
    def first_reaching_counts(self) -> bool:
        return self.choice("ts_qualifying_year") == "first_reaching_year"

    @property
    def by_payment(self) -> bool:
        return self.choice("ts_months_by") == "payment"

    def cutoff(self, year: int) -> date:
        return date(year, 12, 31) + timedelta(self.number("ts_cutoff_days"))

    def number(self, name: str) -> int:
        return int(self.pack.thresholds[name])

    def fen(self, name: str) -> int:
        """Return an amount the pack states in yuan."""
        return int(self.pack.thresholds[name] * FEN)

    def day(self, name: str) -> date:
        return cast("date", self.pack.setting(name))

    def holds(self, name: str) -> bool:
        return choice(self.pack, name, (True, False)) is True

    def choice(self, name: str) -> str:
        return str(choice(self.pack, name, _CHOICES[name]))


def policy_of(question: Question) -> Policy:
    """Return the policy of the year whose subsidy is paid in the period asked for."""
    return Policy(question.pack, question.period.year - int(question.pack.thresholds["ts_budget_lag_years"]))
