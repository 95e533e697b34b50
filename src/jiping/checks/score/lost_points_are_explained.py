"""SC03."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.checks.shortfall import told
from jiping.checks.silence import says_none
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.pack import RulePack
from jiping.scoring.ground import own_words
from jiping.scoring.score import RowScore


@check(
    code="SC03",
    severity=Severity.WARN,
    basis="self_evaluation_measures_2020",
    scope=Scope.ROW,
    rests_on=(Figure.TARGET, Figure.ACTUAL, Figure.WEIGHT, Figure.SCORE),
)
def lost_points_are_explained(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """达到年初指标值而被扣分的，应说明理由。

    为何：达标仍扣分，说明另有扣分事实或得分有误，表上应看得出是哪一种。
    反例：年初指标值 100%，实际完成值 100%，分值 10 分，得 8 分，评分依据空白。
    正例：同上，评分依据写“抽查发现 2 份差错，扣 2 分”。
    """
    row = scored.row
    if scored.met is not True or row.score is None or row.weight is None or not 0 <= row.score < row.weight:
        return
    reason = own_words(scored)
    if reason is None or says_none(reason, pack):
        yield Objection(
            message=f"{told(scored)}，已达标，得 {plain(row.score)} 分，少 {plain(row.weight - row.score)} 分。",
            remedy="请写明扣分理由；没有扣分事实的，请更正得分。",
        )
