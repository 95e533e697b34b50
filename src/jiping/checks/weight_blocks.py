"""How a score table splits its points over level-1 blocks, in the names a weight scheme uses."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from jiping.checks.category import categories
from jiping.checks.survey import is_satisfaction
from jiping.domain.money import plain
from jiping.rulepack.names import usual_names
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import IndicatorKind, WeightScheme
from jiping.scoring.score import Evaluation

_PRINTED_POINTS = re.compile(r"[\s（(]*\d+(?:\.\d+)?\s*分?[）)]?$|\s+")
_NOTHING = Decimal(0)

# name → points, as pairs: many forms split alike, and a split that can be looked up is judged once
Split = tuple[tuple[str, Decimal], ...]


@lru_cache(maxsize=256)
def split(evaluation: Evaluation) -> Split:
    """Return the points of each block in the order of the table; rows without block or points are left out."""
    points: dict[str, Decimal] = {}
    for each, category in zip(evaluation.rows, categories(evaluation), strict=True):
        level1, weight = each.row.level1, each.row.weight
        if level1 is not None and weight is not None:
            # satisfaction filed under benefit still counts as satisfaction
            written = IndicatorKind.SATISFACTION.label if is_satisfaction(each, category) else level1
            block = block_name(evaluation.pack, written)
            points[block] = points.get(block, _NOTHING) + weight
    for each in evaluation.funds:
        execution = block_name(evaluation.pack, IndicatorKind.EXECUTION.label)
        points[execution] = points.get(execution, _NOTHING) + (each.row.weight or _NOTHING)
    return tuple(points.items())


def fits(points: Split, scheme: WeightScheme) -> bool:
    """True when every block has exactly the points of the scheme."""
    return {name: each for name, each in points if each} == scheme.points


def nearest(points: Split, schemes: Sequence[WeightScheme]) -> WeightScheme:
    """Return the scheme that a split comes nearest to: by the names of its blocks, among equals by their points."""
    own = dict(points)

    def distance(scheme: WeightScheme) -> tuple[int, int, int]:
        names = scheme.points.keys()
        return len(names - own.keys()), len(own.keys() - names), -len(scheme.points.items() & own.items())

    return min(schemes, key=distance)


def told(points: Iterable[tuple[str, Decimal]]) -> str:
    """Return a split in words: 产出指标 50、效益指标 30."""
    return "、".join(f"{name} {plain(each)}" for name, each in points)


@lru_cache(maxsize=4096)
def block_name(pack: RulePack, written: str) -> str:
    """Return the standard name of a level-1 block: 项目产出（30分） → 产出指标."""
    bare = _PRINTED_POINTS.sub("", written)
    return usual_names(pack, "level1_names").get(bare, bare)
