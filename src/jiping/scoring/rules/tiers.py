"""按定性档次。"""

from fractions import Fraction

from jiping.domain.money import plain
from jiping.scoring.earning import full, part, unclear
from jiping.scoring.parameters import Parameters, number, optional_number, rows
from jiping.scoring.rule import Assessment, Earned, scoring_rule
from jiping.scoring.wording import shown


@scoring_rule
def tiers(seen: Assessment, parameters: Parameters) -> Earned:
    """定性指标按档次计分。

    公式：所在档次应得的比例 × 分值。每档有上下限，由 point_in_band 定取哪一点（1 为上限，0 为下限，不写取上限）。
    适用：达成预期指标、部分达成、未达成三档，或优、良、中、低、差五档。
    完成值与指标值文字一致，或为肯定的描述，按第一档；否定的描述按末一档。
    参数：bands，由好到差，每档 from（上限）、to（下限），如 from 1 to 0.8；0.8 to 0.6；0.6 to 0。
    例子：部分达成预期指标并具有一定效果，分值 10，取上限：第 2 档 80 % × 10 = 8
    """
    bands = rows(parameters, "bands")
    found = seen.comparison
    tier = _tier(seen, len(bands))
    if tier is None:
        return unclear(found.verdict if found.met is None else f"{found.verdict}，数量没有档次")
    if tier > len(bands):
        return unclear(f"“{seen.actual.text}”是第 {tier} 档，规则只有 {len(bands)} 档")
    band = bands[tier - 1]
    top, bottom = number(band, "from"), number(band, "to")
    point = optional_number(parameters, "point_in_band")
    share = bottom + (top - bottom) * (Fraction(1) if point is None else point)
    if share == 1:
        return full(seen)
    return part(
        seen,
        share * Fraction(seen.weight),
        f"{found.verdict}：第 {tier} 档 {shown(share * 100)} % × {plain(seen.weight)}",
    )


def _tier(seen: Assessment, last: int) -> int | None:
    """Return the tier the actual stands in; a good tier that falls short of a better target keeps its own number."""
    if seen.comparison.target is not None and not seen.comparison.met:
        return None
    if seen.actual.tier is not None and not seen.comparison.met:
        return seen.actual.tier
    return {True: 1, False: last, None: None}[seen.comparison.met]
