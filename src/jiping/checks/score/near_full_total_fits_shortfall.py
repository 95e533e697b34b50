"""SC08."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.shortfall import missed, told
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="SC08", severity=Severity.WARN, rests_on=(Figure.TARGET, Figure.ACTUAL, Figure.SCORE))
def near_full_total_fits_shortfall(evaluation: Evaluation) -> Iterator[Objection]:
    """总得分接近满分时，不应同时存在未达标的指标。

    为何：接近满分表示几乎无可改进；同一份表里又有未达标，审核时必被问到。
    反例：总得分 99 分，服务对象满意度目标 98%、完成 97%。
    正例：总得分 99 分，各项均达标，扣 1 分的理由写在评分依据中。
    """
    filing, full_mark = evaluation.filing, evaluation.pack.full_mark
    total = filing.total_score if filing.total_score is not None else filing.stated_score
    if total is None or total < full_mark * evaluation.pack.thresholds["near_full_share"]:
        return
    short = missed(evaluation)
    if short:
        yield Objection(
            where="总计",
            message=f"总得分 {plain(total)} 分，而{'；'.join(map(told, short))}，未达标。",
            remedy="请说明未达标的原因和影响，并核对其余各行的满分是否有依据。",
        )
