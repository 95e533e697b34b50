"""按完成比例。"""

from fractions import Fraction

from jiping.domain.money import plain
from jiping.scoring.earning import part
from jiping.scoring.parameters import Parameters, optional_number
from jiping.scoring.proportion import by_proportion, proportion
from jiping.scoring.rule import Assessment, Earned, scoring_rule
from jiping.scoring.wording import amount, shown


@scoring_rule
def ratio(seen: Assessment, parameters: Parameters) -> Earned:
    """按完成比例计分。

    公式：实际完成值 ÷ 年初指标值 × 分值；达到指标值得满分，不超过分值，不低于零。
    指标值是上限（≤、以内）时倒过来：年初指标值 ÷ 实际完成值 × 分值。
    适用：数量、质量、满意度、预算执行率等能算出比例的指标；文字指标达到即满分，明显未达到得零分。
    参数：over_achievement（可不写），如 1.3：完成值达到指标值的 130 % 以上时视为指标定得偏低，按偏差扣减。
    例子：目标 98%，完成 96%，分值 10：96 % ÷ 98 % × 10 = 9.7959…
    """
    limit = optional_number(parameters, "over_achievement")
    found = seen.comparison
    share = "" if limit is None or found.ceiling else proportion(found)
    if limit is None or isinstance(share, str) or share < limit:
        return by_proportion(seen, found)
    return _reduced(seen, share, limit)


def _reduced(seen: Assessment, share: Fraction, limit: Fraction) -> Earned:
    found = seen.comparison
    was = amount(found.actual or Fraction(0), found.unit)
    deviation = share - 1
    derivation = (
        f"{was} 达到年初指标值的 {shown(share * 100)} %，不低于 {shown(limit * 100)} %，按偏差扣减："
        f"（1 − {shown(deviation * 100)} %）× {plain(seen.weight)}"
    )
    return part(seen, Fraction(seen.weight) * (1 - deviation), derivation, Fraction(1))
