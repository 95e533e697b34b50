"""Fill in what follows from the rules: scores, sums, and the ground of each score (评分依据)."""

from dataclasses import replace
from decimal import Decimal

from jiping.domain.filing import Filing, FundLine, Indicator
from jiping.scoring.ground import ground, own_words, stated_derivation
from jiping.scoring.score import Evaluation, RowScore
from jiping.scoring.spending import spending_lines


def complete(evaluation: Evaluation) -> Filing:
    """Return the filing with computed scores in place of stated ones; what the filer wrote as a reason stays.

    What the rules cannot score has no score, and the filing then neither total nor grade: a figure nobody can derive
    is not printed beside derived ones.
    """
    filing = evaluation.filing
    weights = [each.row.weight for each in (*evaluation.rows, *evaluation.funds) if each.row.weight is not None]
    return replace(
        filing,
        rows=tuple(_completed(each) for each in evaluation.rows),
        funds=_funds(evaluation),
        total_weight=sum(weights, Decimal(0)) if weights else filing.total_weight,
        total_score=evaluation.total,
        stated_grade=None if evaluation.total is None else filing.stated_grade,
    )


def _completed(scored: RowScore) -> Indicator:
    return replace(scored.row, score=scored.points, reason=_reason(scored))


def _reason(scored: RowScore) -> str | None:
    """Return the stated reason, a derivation in it brought up to date; the ground where none is stated."""
    reason, stated = scored.row.reason, stated_derivation(scored)
    if scored.points is None:
        return reason if stated is None else own_words(scored)
    if not reason:
        return ground(scored)
    return reason if stated is None else reason.replace(stated, scored.arithmetic)


def _funds(evaluation: Evaluation) -> tuple[FundLine, ...]:
    """Return the budget lines, those that enter the total with the points they earn there."""
    counted = zip(spending_lines(evaluation.filing, evaluation.pack), evaluation.funds, strict=True)
    points = {id(line): scored.points for line, scored in counted}
    return tuple(replace(line, score=points.get(id(line), line.score)) for line in evaluation.filing.funds)
