"""达到即满分。"""

from fractions import Fraction

from jiping.domain.money import plain
from jiping.scoring.earning import full, nothing, part, unclear
from jiping.scoring.parameters import Parameters, optional_number
from jiping.scoring.rule import Assessment, Earned, scoring_rule
from jiping.scoring.wording import shown


@scoring_rule
def direct(seen: Assessment, parameters: Parameters) -> Earned:
    """达到得满分，未达到不得分或得一定比例。

    公式：达到 → 分值；未达到 → 分值 × 未达到时的比例（不写为零）。
    适用：是与否的指标，有完成期限的指标。
    参数：missed_share（可不写），如 0.3：未达到时仍得分值的 30 %。
    例子：期限 2024年12月底前，2024年11月完成，分值 5：“2024年11月”未晚于“2024年12月底前”，得满分 5
    """
    found = seen.comparison
    if found.met is None:
        return unclear(found.verdict)
    if found.met:
        return full(seen)
    share = optional_number(parameters, "missed_share")
    if not share:
        return nothing(seen)
    return part(seen, share * Fraction(seen.weight), f"{found.verdict}：{shown(share * 100)} % × {plain(seen.weight)}")
