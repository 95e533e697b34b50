"""AR01, AR07."""

from dataclasses import replace
from decimal import Decimal

from jiping.checks.fund_block import lines_in_total
from jiping.domain.filing import Filing
from jiping.repairs.repair import repair
from jiping.scoring.score import Evaluation


@repair("AR01", "AR07")
def total_is_sum_of_rows(evaluation: Evaluation) -> Filing:
    """总计栏的得分改为各行得分之和。

    有分值而没有得分的行时不动：缺的得分要由人补填。
    """
    lines = lines_in_total(evaluation)
    scores = [line.score for line in lines if line.score is not None]
    if not scores or any(line.score is None and line.weight is not None for line in lines):
        return evaluation.filing
    total = sum(scores, Decimal(0))
    return (
        evaluation.filing if total == evaluation.filing.total_score else replace(evaluation.filing, total_score=total)
    )
