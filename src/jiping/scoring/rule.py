"""The shape of a scoring rule, and the register its decorator writes."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jiping.domain.filing import Indicator
from jiping.domain.value.kinds import Value
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.comparison import Comparison
from jiping.scoring.parameters import Parameters


@dataclass(frozen=True, slots=True)
class Assessment:
    """One row as a rule sees it: the row, its parsed target and actual, how it is measured, how the two compare."""

    row: Indicator
    kind: IndicatorKind
    target: Value
    actual: Value
    weight: Decimal
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Earned:
    """What a rule answers: exact points before rounding, and the arithmetic in the filer's words.

    `points` is None when the rule cannot say (a target of zero, a word against a number); `working` then tells why.
    `share` is the degree of achievement, 1 for a target met; None where the rule has no such notion.
    """

    points: Fraction | None
    working: str
    share: Fraction | None = None


Rule = Callable[[Assessment, Parameters], Earned]


@dataclass(frozen=True, slots=True)
class ScoringRule:
    """A rule under its public name; title and page come from its docstring."""

    name: str
    title: str
    page: str
    apply: Rule


def scoring_rule(function: Rule) -> Rule:
    """Mark a function as the scoring rule of its module; the file name is the public name."""
    function.__dict__["is_scoring_rule"] = True
    return function
