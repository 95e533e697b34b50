"""TG19."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.checks.zero_target import asks_for_nothing, is_positive
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore


@check(code="TG19", severity=Severity.WARN, basis="target_measures_2015", scope=Scope.ROW)
def target_is_not_zero(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """越多越好的指标，目标值不应为零。

    为何：目标为零，做不做都算完成，完成率也算不出来。
    反例：新增就业人数，目标值 0 人；购置设备，目标值 0 台，实际 50 台。
    正例：新增就业人数，目标值 ≥200 人；安全事故起数，目标值 0 起。
    """
    if asks_for_nothing(scored, pack):
        done = f"，实际完成 {scored.actual.text}" if is_positive(scored.actual) else ""
        yield Objection(
            message=f"目标值 {scored.target.text}{done}，做不做都算完成，完成率无法计算。",
            remedy="请填写应当达到的数量；不允许发生的，请写成“=0”；本年没有任务的，请删去这一项并调整分值。",
        )
