"""WT07."""

from collections.abc import Iterator

from jiping.checks.check import CannotRun, Objection, check
from jiping.checks.weight_blocks import fits, split, told
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="WT07", severity=Severity.BLOCK, basis="self_evaluation_measures_2020")
def level1_weights_follow_scheme(evaluation: Evaluation) -> Iterator[Objection]:
    """一级指标的分值应符合所用规则包的权重方案。

    为何：一级分值由财政部门统一规定，单位不能自行调整。
    反例：规定产出 50 分、效益 30 分，表上产出 60 分、效益 20 分。
    正例：产出 50 分、效益 30 分、满意度 10 分、预算执行率 10 分。
    说明：缺一整类指标的，另有规则报告。
    """
    weights = evaluation.pack.weights
    points = split(evaluation)
    scored = [each for each in evaluation.rows if each.row.weight is not None]
    if scored and not points:
        raise CannotRun("各行没有写一级指标，无法与规定的权重方案比较。")
    same_blocks = [scheme for scheme in weights.schemes if set(scheme.points) <= set(points)]
    if not same_blocks or any(fits(points, scheme) for scheme in weights.schemes):
        return
    scheme = max(same_blocks, key=lambda each: len(each.points))
    wrong = "；".join(
        f"{name} {plain(each)} 分，规定 {plain(scheme.points[name])} 分"
        if name in scheme.points
        else f"{name} {plain(each)} 分，方案中没有"
        for name, each in points.items()
        if scheme.points.get(name) != each
    )
    yield Objection(
        where="分值",
        message=f"{wrong}（方案“{scheme.name}”：{told(scheme.points)}）。",
        remedy="请按规定的方案调整各行分值。",
    )
