"""The budget block (项目资金) as checks read it: the total line, its parts and the rate."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from jiping.domain.filing import FundLine, Indicator
from jiping.domain.money import Money
from jiping.scoring import spending
from jiping.scoring.score import Evaluation


@lru_cache(maxsize=256)
def total_line(evaluation: Evaluation) -> FundLine | None:
    """Return the line that stands for the whole budget."""
    return spending.total_line(evaluation.filing.funds, evaluation.pack)


def part_lines(evaluation: Evaluation) -> tuple[FundLine, ...]:
    """Return the lines below the total; empty when no line stands for the whole."""
    total = total_line(evaluation)
    return () if total is None else tuple(line for line in evaluation.filing.funds if line is not total)


def lines_in_total(evaluation: Evaluation) -> tuple[Indicator, ...]:
    """Return every line whose points enter the total: the rows, and the weighted budget lines as rows."""
    return (*evaluation.filing.rows, *(each.row for each in evaluation.funds))


def scores_in_total(evaluation: Evaluation) -> tuple[Decimal, ...]:
    """Return every score that enters the total; forms without weights give the budget a score alone (20 分 × 执行率)."""
    scores = [each.score for each in lines_in_total(evaluation)]
    if not evaluation.funds and (line := total_line(evaluation)) is not None:
        scores.append(line.score)
    return tuple(score for score in scores if score is not None)


def spent(evaluation: Evaluation) -> Money | None:
    """Return what was spent: as executed in the budget block, else as the narrative states it."""
    line = total_line(evaluation)
    return evaluation.filing.expenditure if line is None or line.executed is None else line.executed


def computed_rate(line: FundLine) -> Fraction | None:
    """Return executed ÷ full-year budget, 1 for all spent; None when either is missing or the budget is zero."""
    if line.full_year is None or line.executed is None or not line.full_year.yuan:
        return None
    return Fraction(line.executed.yuan) / Fraction(line.full_year.yuan)
