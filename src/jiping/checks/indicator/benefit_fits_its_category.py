"""IN06."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from jiping.checks.category import BENEFIT, Category, category_of
from jiping.checks.check import Objection, Scope, check
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import texts
from jiping.scoring.score import RowScore


@check(code="IN06", severity=Severity.WARN, basis="target_measures_2015", scope=Scope.ROW)
def benefit_fits_its_category(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """效益类三级指标应属于所在的二级指标。

    为何：列在经济效益下的服务事项说明不了经济上的结果；复核时不相符的指标按零分处理。
    反例：经济效益指标写“确保新参保人员及时领到手册”。
    正例：经济效益指标写“节约印刷费（万元）”，及时领到手册改列时效指标。
    """
    category = category_of(pack, scored.row)
    told = _misfit(pack, category, scored.row.level3) if category in BENEFIT and category is not None else None
    if told is not None:
        mark, matter = told
        yield Objection(
            message=f"列在{category}下，但名称说的是“{mark}”，不是{matter}。",
            remedy="请改列到相应的二级指标；本项目没有这方面效益的，不必设这一项，分值调整到其他指标。",
        )


@lru_cache(maxsize=1 << 14)
def _misfit(pack: RulePack, category: Category, name: str) -> tuple[str, str] | None:
    """Return the words that betray the misfit and what the category is about, None when the name may stay."""
    row = _rows(pack).get(category)
    if row is None or any(word in name for word in texts(row, "unless")):
        return None
    mark = next((word for word in texts(row, "marks") if word in name), None)
    return None if mark is None else (mark, str(row["matter"]))


@lru_cache(maxsize=64)
def _rows(pack: RulePack) -> Mapping[str, Mapping[str, object]]:
    return {str(row["category"]): row for row in pack.table("benefit_misfits")}
