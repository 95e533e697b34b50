"""AR06."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(
    code="AR06", severity=Severity.WARN, basis="self_evaluation_measures_2020", rests_on=(Figure.SCORE, Figure.WEIGHT)
)
def scored_row_has_weight(evaluation: Evaluation) -> Iterator[Objection]:
    """有得分的行应有大于零的分值。

    为何：没有分值，得分就看不出是满分还是扣分。
    反例：某行得 5 分，分值栏空白。
    正例：某行分值 10 分，得 9 分。
    """
    scored = [(row, row.score) for row in evaluation.filing.rows if row.score is not None]
    if len(scored) > 1 and all(row.weight is None for row, _ in scored):
        yield Objection(
            where="分值",
            message=f"{len(scored)} 行有得分，全表没有分值。",
            remedy="请补填各行分值，合计应为满分。",
        )
        return
    for row, score in scored:
        if row.weight is None or row.weight <= 0:
            weight = "空白" if row.weight is None else f"为 {plain(row.weight)}"
            yield Objection(
                where=row.level3,
                message=f"得分 {plain(score)} 分，分值{weight}。",
                remedy="请补填或更正这一行的分值。",
                place=row.place,
            )
