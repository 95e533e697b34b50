"""Fill in what follows from the rules: scores, sums, and the ground of each score (评分依据)."""

from dataclasses import replace
from decimal import Decimal

from jiping.domain.filing import Filing, Indicator
from jiping.scoring.ground import ground, stated_derivation
from jiping.scoring.score import Evaluation, RowScore


def complete(evaluation: Evaluation) -> Filing:
    """Return the filing with computed scores in place of stated ones; what the filer wrote as a reason stays.

    A row the rules could not score keeps its stated score, and the total is then left as stated.
    """
    filing = evaluation.filing
    rows = tuple(_completed(each) for each in evaluation.rows)
    weights = [each.row.weight for each in (*evaluation.rows, *evaluation.funds) if each.row.weight is not None]
    return replace(
        filing,
        rows=rows,
        total_weight=sum(weights, Decimal(0)) if weights else filing.total_weight,
        total_score=filing.total_score if evaluation.total is None else evaluation.total,
    )


def _completed(scored: RowScore) -> Indicator:
    row = scored.row
    if scored.points is None:
        return row
    return replace(row, score=scored.points, reason=_reason(scored))


def _reason(scored: RowScore) -> str:
    """Return the stated reason, a derivation in it brought up to date; the ground where none is stated."""
    reason, stale = scored.row.reason, stated_derivation(scored)
    if not reason:
        return ground(scored)
    return reason if stale is None else reason.replace(stale, scored.arithmetic)
