"""Score a filing under a pack: parse, choose the rule per indicator, apply, round once."""

from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.filing import Filing
from jiping.domain.proof import Proof
from jiping.rulepack.pack import RulePack
from jiping.scoring.marker import RowScore, marker_of
from jiping.scoring.spending import spending_rows
from jiping.scoring.withheld import withheld

__all__ = ["Evaluation", "RowScore", "evaluate"]


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """A filing scored under a pack, told from others by identity: it keys what is worked out once for all checks.

    `total` and `grade` are None while a row could not be scored. `funds` are the budget lines whose points enter the
    total, each as a row of money: budget, executed. `proofs` are what the receipts it names were found to prove, None
    when nobody looked.
    """

    filing: Filing
    pack: RulePack
    rows: tuple[RowScore, ...]
    total: Decimal | None
    grade: str | None
    funds: tuple[RowScore, ...] = ()
    proofs: tuple[Proof, ...] | None = None


def evaluate(filing: Filing, pack: RulePack) -> Evaluation:
    """Return the filing with every row parsed and scored under `pack`; a row with a doubtful figure has no points."""
    marker = marker_of(pack)
    rows = tuple([marker.mark(row) for row in filing.rows])
    funds = tuple([marker.mark_spending(row) for row in spending_rows(filing, pack)])
    if filing.doubts:
        rows, funds = withheld(rows, filing.doubts), withheld(funds, filing.doubts)
    total = _total(rows + funds)
    return Evaluation(filing, pack, rows, total, None if total is None else pack.grades.of(total), funds)


def _total(rows: tuple[RowScore, ...]) -> Decimal | None:
    """Return the sum of the rounded points; a filing without rows has none."""
    total = Decimal(0)
    for each in rows:
        if each.points is None:
            return None
        total += each.points
    return total if rows else None
