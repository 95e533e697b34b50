"""What is asked of a programme: which project's, over which period, under which rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from ibis.expr.types import BooleanValue, DateValue, Table

from jiping.domain.period import Period
from jiping.rulepack.pack import RulePack

Tables = Mapping[str, Table]  # by the name of their schema


@dataclass(frozen=True, slots=True)
class Question:
    """`programme` is the programme's name; tables shared by all programmes are filtered on it."""

    programme: str
    period: Period
    pack: RulePack

    def covers(self, day: DateValue) -> BooleanValue:
        """Tell whether `day` lies in the period; missing for a missing day."""
        return day.between(self.period.first, self.period.last)
