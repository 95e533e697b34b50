"""SC08."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.shortfall import missed, told
from jiping.checks.silence import says_something
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.pack import RulePack
from jiping.scoring.ground import own_words
from jiping.scoring.score import Evaluation, RowScore


@check(code="SC08", severity=Severity.WARN, rests_on=(Figure.TARGET, Figure.ACTUAL, Figure.SCORE))
def near_full_total_fits_shortfall(evaluation: Evaluation) -> Iterator[Objection]:
    """总得分接近满分时，不应同时存在未达标而未扣分、未说明原因的指标。

    为何：接近满分表示几乎无可改进；同一份表里又有未达标，审核时必被问到。
    反例：总得分 99 分，服务对象满意度目标 98%、完成 97%。
    正例：总得分 99 分，各项均达标，扣 1 分的理由写在评分依据中。
    说明：未达标的行已经扣分并写明原因的，不再问。
    """
    filing, full_mark = evaluation.filing, evaluation.pack.full_mark
    total = filing.total_score if filing.total_score is not None else filing.stated_score
    if total is None or total < full_mark * evaluation.pack.thresholds["near_full_share"]:
        return
    short = [each for each in missed(evaluation) if not _is_answered_for(each, evaluation.pack)]
    if short:
        yield Objection(
            where="总计",
            message=f"总得分 {plain(total)} 分，而{'；'.join(map(told, short))}，未达标。",
            remedy="请说明未达标的原因和影响，并核对其余各行的满分是否有依据。",
            place=filing.total_score_place,
        )


def _is_answered_for(score: RowScore, pack: RulePack) -> bool:
    """Tell whether points were taken off the row and its reason given in words."""
    row, reason = score.row, own_words(score)
    is_reduced = row.weight is not None and row.score is not None and row.score < row.weight
    return is_reduced and says_something(pack, reason)
