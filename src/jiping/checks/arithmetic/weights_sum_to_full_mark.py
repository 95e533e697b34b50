"""AR02."""

from collections.abc import Iterator
from decimal import Decimal

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import lines_in_total
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="AR02", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.WEIGHT,))
def weights_sum_to_full_mark(evaluation: Evaluation) -> Iterator[Objection]:
    """各行分值之和应等于满分。

    为何：分值合计不等于满分，总得分就无法与等次分数线相比。
    反例：产出 60 分、效益 35 分，合计 95 分。
    正例：产出 60 分、效益 40 分，合计 100 分。
    """
    full_mark = evaluation.pack.full_mark
    weights = [each.weight for each in lines_in_total(evaluation) if each.weight is not None]
    total = sum(weights, Decimal(0))
    if weights and total != full_mark:
        yield Objection(
            where="合计",
            message=f"各行分值合计 {plain(total)}，应为 {plain(full_mark)}。",
            remedy="请核对各行分值，使合计等于满分。",
            place=evaluation.filing.total_weight_place,
        )
