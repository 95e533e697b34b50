"""TG07."""

from collections.abc import Iterator

from jiping.checks.category import Category, category_of
from jiping.checks.check import Objection, Scope, check
from jiping.checks.wordlist import found
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import Comparator, ValueKind
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore


@check(code="TG07", severity=Severity.WARN, basis="self_evaluation_guide_2021", scope=Scope.ROW)
def cost_is_an_amount(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """成本指标应写明金额或单位成本的上限。

    为何：只答是否超预算，看不出花得省不省；写成“≥”，就变成花得越多越好。
    反例：成本是否超预算，目标值“否”；印刷费成本，目标值“≥5 万元”。
    正例：每册印刷成本，目标值“≤1 元/册”，实际 0.95 元/册。
    """
    fault = _fault(scored, pack) if category_of(pack, scored.row) is Category.COST else None
    if fault is not None:
        yield Objection(
            message=f"成本指标的目标值是“{scored.target.text}”，{fault}。",
            remedy="请改为总成本或单位成本，用“≤”写明上限，如“≤5 万元”“≤1 元/册”。",
        )


def _fault(scored: RowScore, pack: RulePack) -> str | None:
    target = scored.target
    if target.kind is ValueKind.YES_NO:
        return "只能说明超没超，说明不了成本高低"
    upward = target.comparator in (Comparator.AT_LEAST, Comparator.MORE)
    if upward and target.is_measured and not found(pack, "saving_words", scored.row.level3):
        return "方向反了：成本越高越算完成"
    return None
