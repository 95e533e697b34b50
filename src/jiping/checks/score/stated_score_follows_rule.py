"""SC01."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from jiping.checks.check import Objection, check
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation, RowScore


@check(code="SC01", severity=Severity.BLOCK, basis="self_evaluation_measures_2020")
def stated_score_follows_rule(evaluation: Evaluation) -> Iterator[Objection]:
    """填报得分应等于按规则算出的得分。

    为何：得分应由年初指标值和实际完成值推出，不能估填。
    反例：目标 98%、完成 96%、分值 10 分，按比例应得 9.80 分，填 9 分。
    正例：目标 98%、完成 96%、分值 10 分，填 9.8 分。
    说明：按整数计分的表，四舍五入到整数后相符的不报；未达标得满分、达标被扣分另有规则。
    """
    tolerance = evaluation.pack.thresholds["tolerance"]
    for each in evaluation.rows:
        stated = each.row.score
        if stated is None or each.points is None or abs(stated - each.points) <= tolerance:
            continue
        if _is_another_matter(each, stated) or _is_whole_point_rounding(each, stated):
            continue
        yield Objection(
            where=each.row.level3,
            message=f"填报 {plain(stated)} 分，按规则应得 {plain(each.points)} 分：{each.arithmetic}。",
            remedy="请按规则更正得分；完成值有误的，先更正完成值。",
            place=each.row.place,
        )


def _is_another_matter(each: RowScore, stated: Decimal) -> bool:
    weight = each.row.weight
    if weight is None or stated > weight or stated < 0:
        return True
    return each.met is True or stated == weight


def _is_whole_point_rounding(each: RowScore, stated: Decimal) -> bool:
    if each.exact is None or stated != stated.to_integral_value():
        return False
    exact = Decimal(each.exact.numerator) / Decimal(each.exact.denominator)
    return exact.to_integral_value(ROUND_HALF_UP) == stated
