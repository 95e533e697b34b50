"""Which of the official second-level categories a row belongs to, whatever the form calls it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from jiping.domain.filing import Indicator
from jiping.rulepack.names import names_in
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation

_POINTS = re.compile(r"\s+|[(（].*?[)）]|\d+(?:\.\d+)?分$")


class Category(StrEnum):
    """The second-level categories of the official indicator table; the three cost categories count as one."""

    QUANTITY = "数量指标"
    QUALITY = "质量指标"
    TIMELINESS = "时效指标"
    COST = "成本指标"
    ECONOMIC = "经济效益指标"
    SOCIAL = "社会效益指标"
    ECOLOGICAL = "生态效益指标"
    SUSTAINABLE = "可持续影响指标"
    SATISFACTION = "满意度指标"


OUTPUT = frozenset({Category.QUANTITY, Category.QUALITY, Category.TIMELINESS, Category.COST})
BENEFIT = frozenset({Category.ECONOMIC, Category.SOCIAL, Category.ECOLOGICAL, Category.SUSTAINABLE})


def category_of(pack: RulePack, row: Indicator) -> Category | None:
    """Return the category of `row`; None for decision and process rows and for names the pack does not know."""
    return _category(pack, row.level2 or row.level1 or "")


@lru_cache(maxsize=256)
def categories(evaluation: Evaluation) -> tuple[Category | None, ...]:
    """Return the category of each row, in the order of the table."""
    return tuple([category_of(evaluation.pack, each.row) for each in evaluation.rows])


@lru_cache(maxsize=1 << 13)
def _category(pack: RulePack, name: str) -> Category | None:
    return _names(pack).get(_POINTS.sub("", name))


@lru_cache(maxsize=64)
def _names(pack: RulePack) -> Mapping[str, Category]:
    known: dict[str, Category] = {}
    for row in pack.table("level2_names"):
        name, level1 = str(row["name"]), str(row["level1"])
        category = next((each for each in Category if each in (name, level1)), None)
        if category is not None:
            known |= dict.fromkeys(names_in(row), category)
    return known
