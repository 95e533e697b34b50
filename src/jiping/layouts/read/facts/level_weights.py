"""Weights that stand for whole levels: in the level's own heading (产出指标(50分)), or in a column beside it."""

import re
from collections.abc import Iterable
from decimal import Decimal

from jiping.domain.filing import Indicator, LevelWeight
from jiping.layouts.spacing import half_width

_BRACKETED = re.compile(r"[（(](\d+(?:\.\d+)?)\s*分[）)]$")
_STATED = re.compile(r"[（(](\d+(?:\.\d+)?)\s*分?[）)]$|(?<![\d.])(\d+(?:\.\d+)?)\s*分$")


def level_weights(rows: Iterable[Indicator], beside: Iterable[LevelWeight]) -> tuple[LevelWeight, ...]:
    """Return each level's stated weight once, in the order of the rows; a column beside the level comes first."""
    found = {(each.level1, each.level2): each for each in beside}
    for row in rows:
        for level1, level2, text in ((row.level1, None, row.level1), (row.level1, row.level2, row.level2)):
            weight = heading_weight(text)
            if weight is not None:
                found.setdefault((level1, level2), LevelWeight(level1, level2, weight, row.place))
    return tuple(found.values())


def heading_weight(text: str | None) -> Decimal | None:
    """Return the points a heading ends with: 产出指标(50分), 项目管理13分, 过程(30)."""
    found = _STATED.search(half_width(text or ""))
    return Decimal(found[1] or found[2]) if found else None


def bracketed_weight(text: str | None) -> Decimal | None:
    """Return the points in brackets behind an indicator: 预算执行率（5分）; without brackets they may be what it measures."""
    found = _BRACKETED.search(half_width(text or "").rstrip())
    return Decimal(found[1]) if found else None
