"""SC01."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from jiping.checks.check import Objection, Scope, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore


@check(
    code="SC01",
    severity=Severity.BLOCK,
    basis="self_evaluation_measures_2020",
    scope=Scope.ROW,
    rests_on=(Figure.TARGET, Figure.ACTUAL, Figure.WEIGHT, Figure.SCORE),
)
def stated_score_follows_rule(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """填报得分应等于按规则算出的得分。

    为何：得分应由年初指标值和实际完成值推出，不能估填。
    反例：目标 98%、完成 96%、分值 10 分，按比例应得 9.80 分，填 9 分。
    正例：目标 98%、完成 96%、分值 10 分，填 9.8 分。
    说明：按整数计分的表，四舍五入到整数后相符的不报；未达标得满分、达标被扣分另有规则。
    """
    stated = scored.row.score
    if stated is None or scored.points is None or abs(stated - scored.points) <= pack.thresholds["tolerance"]:
        return
    if not _is_another_matter(scored, stated) and not _is_whole_point_rounding(scored, stated):
        yield Objection(
            message=f"填报 {plain(stated)} 分，按规则应得 {plain(scored.points)} 分：{scored.arithmetic}。",
            remedy="请按规则更正得分；完成值有误的，先更正完成值。",
        )


def _is_another_matter(scored: RowScore, stated: Decimal) -> bool:
    weight = scored.row.weight
    if weight is None or stated > weight or stated < 0:
        return True
    return scored.met is True or stated == weight


def _is_whole_point_rounding(scored: RowScore, stated: Decimal) -> bool:
    if scored.exact is None or stated != stated.to_integral_value():
        return False
    exact = Decimal(scored.exact.numerator) / Decimal(scored.exact.denominator)
    return exact.to_integral_value(ROUND_HALF_UP) == stated
