"""AR07."""

from collections.abc import Iterator
from decimal import Decimal

from jiping.checks.check import Objection, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="AR07", severity=Severity.WARN, basis="self_evaluation_measures_2020", rests_on=(Figure.SCORE,))
def total_row_is_filled(evaluation: Evaluation) -> Iterator[Objection]:
    """各行有得分时，总计栏应填总得分。

    为何：总得分是评定等次的唯一依据。
    反例：二十行均有得分，总计栏空白。
    正例：二十行得分相加为 99，总计栏填 99。
    """
    filing = evaluation.filing
    scores = [row.score for row in filing.rows if row.score is not None]
    if scores and filing.total_score is None:
        yield Objection(
            where="总计",
            message=f"{len(scores)} 行有得分（合计 {plain(sum(scores, Decimal(0)))}），总计栏没有总得分。",
            remedy="请在总计栏填写总得分。",
            place=filing.total_score_place,
        )
