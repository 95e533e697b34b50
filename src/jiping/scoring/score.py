"""Score a filing under a pack: parse, choose the rule per indicator, apply, round once."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from jiping.domain.filing import Filing, Indicator
from jiping.domain.value import Value
from jiping.rulepack.pack import IndicatorKind, RulePack
from jiping.scoring.marker import Mark, marker_of
from jiping.scoring.spending import spending_rows


class RowScore(NamedTuple):
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


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """A filing scored under a pack, told from others by identity: it keys what is worked out once for all checks.

    `total` and `grade` are None while a row could not be scored. `funds` are the budget lines whose points enter the
    total, each as a row of money: budget, executed.
    """

    filing: Filing
    pack: RulePack
    rows: tuple[RowScore, ...]
    total: Decimal | None
    grade: str | None
    funds: tuple[RowScore, ...] = ()


def evaluate(filing: Filing, pack: RulePack) -> Evaluation:
    """Return the filing with every row parsed and scored under `pack`."""
    marker = marker_of(pack)
    rows = tuple([_scored(row, marker.mark(row)) for row in filing.rows])
    funds = tuple([_scored(row, marker.mark_spending(row)) for row in spending_rows(filing, pack)])
    total = _total(rows + funds)
    return Evaluation(filing, pack, rows, total, None if total is None else pack.grades.of(total), funds)


def _scored(row: Indicator, mark: Mark) -> RowScore:
    return RowScore(
        row,
        mark.kind,
        mark.target,
        mark.actual,
        mark.exact,
        mark.points,
        mark.met,
        mark.share,
        mark.rule,
        mark.arithmetic,
    )


def _total(rows: tuple[RowScore, ...]) -> Decimal | None:
    """Return the sum of the rounded points; a filing without rows has none."""
    total = Decimal(0)
    for each in rows:
        if each.points is None:
            return None
        total += each.points
    return total if rows else None
