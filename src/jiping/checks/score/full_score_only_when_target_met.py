"""SC02."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.checks.shortfall import told
from jiping.checks.zero_target import asks_for_nothing
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore


@check(
    code="SC02",
    severity=Severity.BLOCK,
    basis="self_evaluation_measures_2020",
    scope=Scope.ROW,
    rests_on=(Figure.TARGET, Figure.ACTUAL, Figure.WEIGHT, Figure.SCORE),
)
def full_score_only_when_target_met(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """未达到年初指标值的，不得填满分。

    为何：未达标仍得满分，得分就不反映完成情况。
    反例：年初指标值 98%，实际完成值 96%，分值 10 分，得 10 分。
    正例：年初指标值 98%，实际完成值 98%，分值 10 分，得 10 分。
    说明：按规则取整后恰为满分的不报；目标为零而无从计分的，另有意见。
    """
    row = scored.row
    if scored.met is not False or row.score is None or row.weight is None or row.score < row.weight:
        return
    if scored.points == row.weight or row.weight <= 0 or asks_for_nothing(scored, pack):
        return
    should = "" if scored.points is None else f"，按规则应得 {plain(scored.points)} 分"
    yield Objection(
        message=f"{told(scored)}，未达标而得满分 {plain(row.weight)} 分{should}。",
        remedy="请按规则扣分，并在最后一栏写明未达标的原因。",
    )
