"""按差距扣分。"""

from fractions import Fraction
from math import ceil

from jiping.domain.money import plain
from jiping.scoring.earning import full, part, unclear
from jiping.scoring.parameters import Parameters, number, optional_number
from jiping.scoring.proportion import percent_of
from jiping.scoring.rule import Assessment, Earned, scoring_rule
from jiping.scoring.wording import amount, shown


@scoring_rule
def step(seen: Assessment, parameters: Parameters) -> Earned:
    """未达到时按差距一步一步扣分。

    公式：分值 − 步数 × 每步扣分，不低于零；差距不足一步按一步算。不写 step 时只扣一次。
    适用：规定“每低几个百分点扣几分”的指标。百分数的差距以百分点计，其他数量以指标值的百分之几计。
    参数：deduct（每步扣几分）或 deduct_share（每步扣分值的几成）二者之一；step（一步是几个百分点，可不写）。
    例子：目标 98%，完成 95%，每 2 个百分点扣 1 分，分值 10：差 3 个百分点，按 2 步，10 − 2 × 1 = 8
    """
    found, each = seen.comparison, _each(seen, parameters)
    size = optional_number(parameters, "step")
    if found.met is None:
        return unclear(found.verdict)
    if found.met:
        return full(seen)
    weight = Fraction(seen.weight)
    if size is None:
        return part(seen, weight - each, f"{found.verdict}，扣一次：{plain(seen.weight)} − {shown(each)}")
    if found.target is None:
        return unclear(f"{found.verdict}，但文字没有差距可量")
    percents = percent_of(found)
    if isinstance(percents, str):
        return unclear(percents)
    was, wanted = percents
    gap = max(wanted - was, Fraction(0))
    steps = max(ceil(gap / size), 1)
    derivation = (
        f"{amount(was, '%')} 比 {amount(wanted, '%')} 差 {shown(gap)} 个百分点，按 {steps} 步："
        f"{plain(seen.weight)} − {steps} × {shown(each)}"
    )
    return part(seen, weight - steps * each, derivation, was / wanted)


def _each(seen: Assessment, parameters: Parameters) -> Fraction:
    share = optional_number(parameters, "deduct_share")
    return number(parameters, "deduct") if share is None else share * Fraction(seen.weight)
