"""SC11."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.groundless import earned_without_actual
from jiping.checks.quotation import listing
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation

_TOLD_SINGLY = 3


@check(
    code="SC11",
    severity=Severity.BLOCK,
    basis="self_evaluation_measures_2020",
    rests_on=(Figure.ACTUAL, Figure.SCORE),
)
def score_rests_on_an_actual(evaluation: Evaluation) -> Iterator[Objection]:
    """得了分的指标应有实际完成值。

    为何：没有完成值，得分就没有依据。
    反例：目标 100%，实际完成值空白，得 10 分。
    正例：目标 100%，实际完成值 100%，得 10 分。
    说明：没有得分的行，完成值空白由另一条指出。
    """
    rows = [(each.row, score) for each in evaluation.rows if (score := earned_without_actual(each))]
    if len(rows) > _TOLD_SINGLY:
        yield Objection(
            where="实际完成值",
            message=f"{len(rows)} 行有得分而实际完成值空白：{listing(row.level3 for row, _ in rows)}。",
            remedy="请逐项填写实际完成值，再按规则计分。",
            place=rows[0][0].place,
        )
        return
    for row, score in rows:
        yield Objection(
            where=row.level3,
            message=f"实际完成值空白，却得了 {plain(score)} 分。",
            remedy="请填写实际完成值，再按规则计分。",
            place=row.place,
        )
