"""按偏差扣减。"""

from fractions import Fraction

from jiping.domain.money import plain
from jiping.scoring.earning import full, part, unclear, without_numbers
from jiping.scoring.parameters import Parameters, optional_number
from jiping.scoring.rule import Assessment, Earned, scoring_rule
from jiping.scoring.wording import amount


@scoring_rule
def deviation(seen: Assessment, parameters: Parameters) -> Earned:
    """多于、少于指标值都按偏差扣减。

    公式：（1 − |实际完成值 − 年初指标值| ÷ 年初指标值）× 分值，不低于零。
    适用：要求恰好等于指标值的指标（=），如发放标准、配备人数。
    参数：tolerance（可不写），如 0.05：偏差不超过 5 % 不扣分。
    例子：目标 =8 个，完成 9 个，分值 8：（1 − 1 个 ÷ 8 个）× 8 = 7
    """
    found = seen.comparison
    if found.target is None or found.actual is None:
        return without_numbers(seen)
    if found.target == 0:
        return unclear("年初指标值为 0，不能作除数")
    gap = abs(found.actual - found.target)
    off = gap / abs(found.target)
    if off == 0:
        return full(seen)
    tolerance = optional_number(parameters, "tolerance")
    if tolerance is not None and off <= tolerance:
        return full(seen, f"{found.verdict}，但偏差在允许范围之内")
    fraction = f"{amount(gap, found.unit)} ÷ {amount(abs(found.target), found.unit)}"
    return part(seen, Fraction(seen.weight) * (1 - off), f"（1 − {fraction}）× {plain(seen.weight)}", 1 - off)
