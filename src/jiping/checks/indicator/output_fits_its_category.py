"""IN13."""

from collections.abc import Iterator
from functools import lru_cache

from jiping.checks.category import BENEFIT, OUTPUT, Category, category_of
from jiping.checks.check import Objection, Scope, check
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import texts
from jiping.scoring.score import RowScore


@check(code="IN13", severity=Severity.WARN, basis="target_measures_2015", scope=Scope.ROW)
def output_fits_its_category(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """三级指标应列在名称所说的那一类下。

    为何：列错类别，各类的分值就不再反映各类的完成情况。
    反例：数量指标下写“验收合格率”；社会效益指标下写“群众满意度”。
    正例：验收合格率列质量指标，群众满意度列满意度指标。
    说明：效益类下写了办事情况的，由效益类别的检查指出。
    """
    category = category_of(pack, scored.row)
    belongs = None if category is None else _belongs(pack, category, scored.row.level3)
    if belongs is not None:
        yield Objection(
            message=f"列在{category}下，按名称应属{belongs}。",
            remedy=f"请改列到{belongs}；确属{category}的，请改名称。",
        )


@lru_cache(maxsize=1 << 14)
def _belongs(pack: RulePack, category: Category, name: str) -> str | None:
    """Return the category the name belongs to when that is another one."""
    for row in pack.table("misplaced_names"):
        belongs = str(row["belongs"])
        is_named = any(word in name for word in texts(row, "marks")) and not any(
            word in name for word in texts(row, "unless")
        )
        if is_named:
            judged = category in OUTPUT or category is Category.SATISFACTION or belongs == Category.SATISFACTION
            return belongs if category != belongs and judged and (category in OUTPUT | BENEFIT) else None
    return None
