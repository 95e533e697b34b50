"""反向指标按比例。"""

from dataclasses import replace

from jiping.scoring.comparison import Comparison
from jiping.scoring.parameters import Parameters
from jiping.scoring.proportion import by_proportion
from jiping.scoring.rule import Assessment, Earned, scoring_rule
from jiping.scoring.wording import amount


@scoring_rule
def reverse_ratio(seen: Assessment, parameters: Parameters) -> Earned:  # noqa: ARG001 - it has none
    """反向指标按比例计分。

    公式：未超过年初指标值得满分；超过时，年初指标值 ÷ 实际完成值 × 分值。
    适用：越低越好的指标，如成本、差错率、办理时限。指标值为零时，完成值为零得满分，否则无法计分。
    例子：目标不超过 90 万元，实际 100 万元，分值 10：90 万元 ÷ 100 万元 × 10 = 9
    """
    return by_proportion(seen, _as_ceiling(seen.comparison))


def _as_ceiling(found: Comparison) -> Comparison:
    if found.ceiling or found.target is None or found.actual is None:
        return found
    met = found.actual <= found.target
    was, wanted = amount(found.actual, found.unit), amount(found.target, found.unit)
    return replace(found, met=met, ceiling=True, verdict=f"{was} {'未超过' if met else '超过'} {wanted}")
