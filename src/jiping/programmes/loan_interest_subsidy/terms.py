"""How interest is reckoned in one year, read from the pack: every choice the contracts leave open has a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from jiping.datasets.choice import choice
from jiping.datasets.question import Question
from jiping.rulepack.pack import RulePack

_FEN = 100
_DECEMBER = 12
CHOICES: Mapping[str, tuple[str, ...]] = {
    "li_day_count": ("first", "last", "both"),
    "li_repricing": ("recorded", "january", "anniversary"),
    "li_rounding": ("half_up", "down"),
    "li_rounds": ("period", "segment"),
    "li_grace_end": ("pension_month", "contract"),
    "li_after_death": ("stop", "continue"),
    "li_after_move": ("stop", "continue"),
    "li_early_repayment": ("reduce", "stop"),
    "li_double_support": ("flag", "exclude"),
    "li_household": ("local", "any"),
    "li_proof": ("contract", "throughout"),
    "li_surplus": ("carry", "return"),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms for the subsidy year `year`: the days from `first` up to but not with `end` bear its interest."""

    pack: RulePack
    year: int

    @property
    def first(self) -> date:
        return self._settled(self.year - 1) + timedelta(1)

    @property
    def end(self) -> date:
        return self._settled(self.year) + timedelta(1)

    @property
    def last_payment_day(self) -> date:
        """The last day on which a payment for the year is in time."""
        return self._settled(self.year) + timedelta(self.number("li_payment_days"))

    def number(self, name: str) -> int:
        return int(self.pack.thresholds[name])

    def fen(self, name: str) -> int:
        """Return an amount the pack states in yuan."""
        return int(self.pack.thresholds[name] * _FEN)

    def is_(self, name: str, word: str) -> bool:
        return self.word(name) == word

    def word(self, name: str) -> str:
        """Return the pack's choice. Raises PackFault for a word nobody knows."""
        return str(choice(self.pack, name, CHOICES[name]))

    def _settled(self, year: int) -> date:
        """Return the day on which the interest of `year` is settled."""
        return date(year, _DECEMBER, self.number("li_interest_day"))


def terms_of(question: Question) -> Terms:
    return Terms(question.pack, question.period.year)
