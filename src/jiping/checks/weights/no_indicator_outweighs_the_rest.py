"""WT05."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore


@check(code="WT05", severity=Severity.HINT, scope=Scope.ROW, rests_on=(Figure.WEIGHT,))
def no_indicator_outweighs_the_rest(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """单个指标的分值不应超过满分的一半。

    为何：一项定成败，其余指标就形同虚设。
    反例：满分 100 分，“完成补助发放”一项占 60 分。
    正例：最大一项 15 分。
    """
    weight, full_mark = scored.row.weight, pack.full_mark
    if weight is not None and weight > pack.thresholds["single_weight_share"] * full_mark:
        yield Objection(
            message=f"一项占 {plain(weight)} 分，超过满分 {plain(full_mark)} 分的一半。",
            remedy="请把这一指标拆细，或把部分分值移到其他指标。",
        )
