"""SC07."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="SC07", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.SCORE,))
def filed_row_has_score(evaluation: Evaluation) -> Iterator[Objection]:
    """有分值、有完成值的行应填得分。

    为何：缺一行得分，总得分就无从核对。
    反例：分值 10 分，完成值 100%，得分栏空白。
    正例：分值 10 分，完成值 100%，得 10 分。
    """
    rows = [(row, row.weight) for row in evaluation.filing.rows if row.weight is not None and row.actual]
    unscored = [(row, weight) for row, weight in rows if row.score is None]
    if len(rows) > 1 and len(unscored) == len(rows):
        yield Objection(
            where="得分",
            message=f"{len(rows)} 行都有分值和完成值，得分栏全部空白。",
            remedy="请逐行填写得分，并填写总得分。",
        )
        return
    for row, weight in unscored:
        yield Objection(
            where=row.level3,
            message=f"分值 {plain(weight)} 分，完成值 {row.actual}，没有得分。",
            remedy="请填写这一行的得分。",
            place=row.place,
        )
