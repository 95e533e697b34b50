"""TG14."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.checks.wordlist import found
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import Comparator, Value, ValueKind
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import RowScore

_WHOLE = 100


@check(code="TG14", severity=Severity.WARN, basis="target_measures_2015", scope=Scope.ROW)
def target_is_possible(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """比率不应超出可能的范围。

    为何：满意度、合格率最多百分之百，超过即是填错或算错。
    反例：满意度目标值 ≥100%；合格率实际完成值 102%。
    正例：满意度目标值 ≥95%；合格率实际完成值 100%。
    说明：任务完成率、增长率、执行率可以超过百分之百，不在此列。
    """
    name = scored.row.level3
    if not found(pack, "bounded_rates", name):
        return
    for cell, value in (("目标值", scored.target), ("实际完成值", scored.actual)):
        if _is_impossible(value) or (cell == "目标值" and _asks_for_everyone(scored.kind, value)):
            yield Objection(
                message=f"{cell}“{value.text}”超出了“{name}”可能达到的范围。",
                remedy="请核对数值；目标值请按上年实际和可能达到的水平设定。",
            )


def _is_impossible(value: Value) -> bool:
    if value.kind is not ValueKind.PERCENT or value.number is None:
        return False
    return value.number > _WHOLE or (value.number == _WHOLE and value.comparator is Comparator.MORE)


def _asks_for_everyone(kind: IndicatorKind, target: Value) -> bool:
    """A satisfaction of at least 100 % leaves not one person unsatisfied."""
    at_least = target.comparator is Comparator.AT_LEAST and target.kind is ValueKind.PERCENT
    return kind is IndicatorKind.SATISFACTION and at_least and target.number == _WHOLE
