"""WT07."""

from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.check import CannotRun, Objection, check
from jiping.checks.weight_blocks import Split, fits, split, told
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import WeightScheme
from jiping.scoring.score import Evaluation


@check(code="WT07", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.WEIGHT,))
def level1_weights_follow_scheme(evaluation: Evaluation) -> Iterator[Objection]:
    """一级指标的分值应符合所用规则包的权重方案。

    为何：一级分值由财政部门统一规定，单位不能自行调整。
    反例：规定产出 50 分、效益 30 分，表上产出 60 分、效益 20 分。
    正例：产出 50 分、效益 30 分、满意度 10 分、预算执行率 10 分。
    说明：缺一整类指标的，另有规则报告。
    """
    points = split(evaluation)
    if not points and any(each.row.weight is not None for each in evaluation.rows):
        raise CannotRun("各行没有写一级指标，无法与规定的权重方案比较。")
    scheme = _missed_scheme(evaluation.pack, points)
    if scheme is None:
        return
    wrong = "；".join(
        f"{name} {plain(each)} 分，规定 {plain(scheme.points[name])} 分"
        if name in scheme.points
        else f"{name} {plain(each)} 分，方案中没有"
        for name, each in points
        if scheme.points.get(name) != each
    )
    yield Objection(
        where="分值",
        message=f"{wrong}（方案“{scheme.name}”：{told(scheme.points.items())}）。",
        remedy="请按规定的方案调整各行分值。",
    )


@lru_cache(maxsize=1024)
def _missed_scheme(pack: RulePack, points: Split) -> WeightScheme | None:
    """Return the largest scheme made of blocks the split has, when the split fits no scheme."""
    blocks, schemes = dict(points).keys(), pack.weights.schemes
    if any(fits(points, scheme) for scheme in schemes):
        return None
    return max(
        (each for each in schemes if each.points.keys() <= blocks), key=lambda each: len(each.points), default=None
    )
