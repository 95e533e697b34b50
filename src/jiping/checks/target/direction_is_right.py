"""TG13."""

from collections.abc import Iterator

from jiping.checks.category import Category, category_of
from jiping.checks.check import Objection, Scope, check
from jiping.checks.wordlist import found
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import Comparator, ValueKind
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore

_CAPS = (Comparator.AT_MOST, Comparator.LESS)
_FLOORS = (Comparator.AT_LEAST, Comparator.MORE)


@check(code="TG13", severity=Severity.WARN, basis="target_measures_2015", scope=Scope.ROW)
def direction_is_right(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """目标值的“≥”“≤”应与指标的好坏方向一致。

    为何：方向写反，做得越少得分越高。
    反例：培训人数 ≤500 人；业务差错率 ≥1%。
    正例：培训人数 ≥500 人；业务差错率 ≤1%。
    说明：成本指标的方向另有检查；用“起、例、宗”计的坏事和本来要封顶的数量不报。
    """
    fault = _fault(scored, pack)
    if fault is not None:
        yield Objection(
            message=f"目标值“{scored.target.text}”的方向与指标相反：{fault}。",
            remedy="请核对“≥”“≤”；确要控制上限的，请在名称中写明“控制”。",
        )


def _fault(scored: RowScore, pack: RulePack) -> str | None:
    name, target = scored.row.level3, scored.target
    if target.comparator is None or not target.number:
        return None
    lower_is_better = pack.lexicon.lower_is_better_name.search(name) or pack.lexicon.no_is_good_name.search(name)
    category = category_of(pack, scored.row)
    if target.comparator in _CAPS and not lower_is_better and not found(pack, "capped_names", name):
        counted = category is Category.QUANTITY and target.kind is ValueKind.NUMBER
        if (counted and target.unit not in pack.words("event_units")) or found(pack, "higher_is_better", name):
            return "做得越少越算完成"
    if (
        target.comparator in _FLOORS
        and lower_is_better
        and category is not Category.COST
        and not found(pack, "saving_words", name)
        and not found(pack, "higher_is_better", name)
    ):
        return "越多越算完成"
    return None
