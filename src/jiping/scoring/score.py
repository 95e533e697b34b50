"""Score a filing under a pack: parse, choose the rule per indicator, apply, round once."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jiping.domain.filing import Filing, Indicator
from jiping.domain.value import Value
from jiping.rulepack.pack import IndicatorKind, RulePack


@dataclass(frozen=True, slots=True)
class RowScore:
    """One row evaluated. `exact` is before rounding, `points` after; both None when the rule could not say.

    `met` tells whether the actual reaches the target (None: cannot be told). `arithmetic` is the whole derivation,
    rounding included: `96 % ÷ 98 % × 10 = 9.7959… → 向下取整 9`.
    """

    row: Indicator
    kind: IndicatorKind
    target: Value
    actual: Value
    exact: Fraction | None
    points: Decimal | None
    met: bool | None
    share: Fraction | None
    rule: str
    arithmetic: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A filing scored under a pack. `total` and `grade` are None while a row could not be scored."""

    filing: Filing
    pack: RulePack
    rows: tuple[RowScore, ...]
    total: Decimal | None
    grade: str | None


def evaluate(filing: Filing, pack: RulePack) -> Evaluation:
    """Return the filing with every row parsed and scored under `pack`."""
    raise NotImplementedError
