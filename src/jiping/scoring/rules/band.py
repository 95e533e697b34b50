"""按分数段。"""

from fractions import Fraction

from jiping.domain.money import plain
from jiping.domain.value.kinds import ValueKind
from jiping.scoring.earning import part, unclear, without_numbers
from jiping.scoring.parameters import Parameters, number, rows
from jiping.scoring.proportion import percent_of
from jiping.scoring.rule import Assessment, Earned, scoring_rule
from jiping.scoring.wording import amount, shown


@scoring_rule
def band(seen: Assessment, parameters: Parameters) -> Earned:
    """按完成值所在的段计分。

    公式：完成值达到某段的下限，得该段的比例 × 分值。
    适用：满意度、预算执行率。百分数直接看完成值，与年初指标值无关；其他数量先化为指标值的百分之几。
    参数：bands，由高到低，每段 at_least（百分之几）、share（得分比例），末段 at_least 为 0。
    例子：完成 85%，80 及以上得 0.8，分值 10：85 % 在 80 % 及以上一段：80 % × 10 = 8
    """
    bands = rows(parameters, "bands")
    found = seen.comparison
    if seen.actual.kind is ValueKind.PERCENT and seen.actual.number is not None:
        reached, share = Fraction(seen.actual.number), None
    elif found.target is None:
        return without_numbers(seen)
    else:
        percents = percent_of(found)
        if isinstance(percents, str):
            return unclear(percents)
        reached, share = percents[0], percents[0] / percents[1]
    for each in bands:
        floor, earned = number(each, "at_least"), number(each, "share")
        if reached >= floor:
            derivation = (
                f"{amount(reached, '%')} 在 {shown(floor)} % 及以上一段：{shown(earned * 100)} % × {plain(seen.weight)}"
            )
            return part(seen, earned * Fraction(seen.weight), derivation, share)
    return unclear(f"{amount(reached, '%')} 不在任何一段之内")
