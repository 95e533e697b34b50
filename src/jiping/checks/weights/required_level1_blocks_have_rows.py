"""WT06."""

from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.check import Objection, check
from jiping.checks.weight_blocks import Split, nearest, split
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation


@check(code="WT06", severity=Severity.WARN, basis="self_evaluation_measures_2020")
def required_level1_blocks_have_rows(evaluation: Evaluation) -> Iterator[Objection]:
    """表样规定的每一类一级指标都应有行。

    为何：缺一类指标，这一方面的绩效就没有评价，它的分值也无处可放。
    反例：表样有满意度指标 10 分，表中没有满意度的行。
    正例：预算执行率、产出、效益、满意度各有一行以上。
    """
    points = split(evaluation)
    scheme, missing = _missing_blocks(evaluation.pack, points) if points else ("", ())
    for name, mark in missing:
        yield Objection(
            where=name,
            message=f"规定{name} {plain(mark)} 分（方案“{scheme}”），表中没有这一类指标的行。",
            remedy="请补上这一类指标；本项目确不需要的，请说明理由并改用不含它的方案。",
        )


@lru_cache(maxsize=1024)
def _missing_blocks(pack: RulePack, points: Split) -> tuple[str, Split]:
    """Return the scheme nearest to a split, and those of its blocks the split lacks."""
    own = dict(points).keys()
    scheme = nearest(points, pack.weights.schemes)
    return scheme.name, tuple((name, mark) for name, mark in scheme.points.items() if name not in own)
