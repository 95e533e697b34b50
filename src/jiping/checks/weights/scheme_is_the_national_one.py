"""WT01."""

from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from jiping.checks.check import Objection, check
from jiping.checks.weight_blocks import Split, fits, nearest, split, told
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import Weights
from jiping.scoring.score import Evaluation


@check(code="WT01", severity=Severity.WARN, basis="self_evaluation_measures_2020", rests_on=(Figure.WEIGHT,))
def scheme_is_the_national_one(evaluation: Evaluation) -> Iterator[Objection]:
    """权重分配与全国通行方案不同的，应有本地依据。

    为何：上级按全国口径汇总时，各地分值不同就不可比；另定方案须有本级财政的文件。
    反例：决策 12、过程 18、产出 30、效益 30、满意度 10，没有说明出处。
    正例：预算执行率 10、产出 50、效益 30、满意度 10。
    """
    points = split(evaluation)
    departure = _departure(evaluation.pack, points) if points else None
    if departure is not None:
        yield Objection(
            where="分值",
            message=f"本表为{departure}。",
            remedy="请在评分依据或报告中注明本地分值方案的文件；没有依据的，改用全国方案。",
        )


@lru_cache(maxsize=1024)
def _departure(pack: RulePack, points: Split) -> str | None:
    """Return a split that fits no national scheme beside the nearest one, in words."""
    farthest = pack.ancestor("weights")
    schemes = () if farthest is None else cast("Weights", farthest.value).schemes
    if not schemes or any(fits(points, scheme) for scheme in schemes):
        return None
    scheme = nearest(points, schemes)
    return f"{told(points)}；全国方案“{scheme.name}”为{told(scheme.points.items())}"
