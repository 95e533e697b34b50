"""AR01."""

from collections.abc import Iterator
from decimal import Decimal

from jiping.checks.check import CannotRun, Objection, check
from jiping.checks.fund_block import scores_in_total
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="AR01", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.SCORE,))
def row_scores_add_up_to_total(evaluation: Evaluation) -> Iterator[Objection]:
    """各行得分之和应等于总得分。

    为何：总得分决定等次；分项与合计对不上，等次就没有依据。
    反例：各行得分相加为 94 分，总计栏填 98 分。
    正例：各行得分相加为 99 分，总计栏填 99 分。
    """
    filing = evaluation.filing
    scores = scores_in_total(evaluation)
    if filing.total_score is None or not scores:
        return
    unscored = [row.level3 for row in filing.rows if row.score is None and row.weight is not None]
    if unscored:
        raise CannotRun(f"“{unscored[0]}”等 {len(unscored)} 行没有得分，无法核对总得分。")
    total = sum(scores, Decimal(0))
    if total != filing.total_score:
        yield Objection(
            where="总计",
            message=f"各行得分合计 {plain(total)}，总计栏填 {plain(filing.total_score)}。",
            remedy="请核对各行得分与总计，使两者一致。",
            place=filing.total_score_place,
        )
