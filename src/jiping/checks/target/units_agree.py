"""TG10."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.domain.finding import Severity
from jiping.domain.units import factor
from jiping.domain.value.kinds import Value, ValueKind
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import texts
from jiping.scoring.percentages import differ_by_percent
from jiping.scoring.score import RowScore

_UNITS_MATTER = (ValueKind.NUMBER, ValueKind.DURATION, ValueKind.MONEY, ValueKind.PERCENT)
_SEPARATORS = str.maketrans("", "", "/·*、每 ")


@check(code="TG10", severity=Severity.WARN, basis="self_evaluation_measures_2020", scope=Scope.ROW)
def units_agree(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """目标值与实际完成值应是同一计量单位。

    为何：一个按人数、一个按百分比，完成多少比不出来。
    反例：目标 50 场，实际完成值 100%。
    正例：目标 50 场，实际完成值 53 场。
    说明：实际完成值不写单位的，按目标值的单位看待，只有一边是百分数时须看得出另一边也是；人与名、次与场等视为相同，公里与米、亩与平方米等可以换算。
    """
    target, actual = scored.target, scored.actual
    name = scored.row.level3
    if differ_by_percent(scored.kind, name, target, actual, pack.lexicon) or _differ(pack, target, actual):
        yield Objection(
            message=f"目标值 {target.text} 与实际完成值 {actual.text} 的计量单位不同，无法比较。",
            remedy="请按目标值的计量单位填写实际完成值。",
        )


def _differ(pack: RulePack, target: Value, actual: Value) -> bool:
    if not (target.is_measured and actual.is_measured) or target.extra or actual.extra:
        return False
    if target.kind is not actual.kind:
        return not (_is_bare(target) or _is_bare(actual))
    if target.kind not in _UNITS_MATTER or target.unit is None or actual.unit is None or target.unit == actual.unit:
        return False
    if factor(actual.unit, target.unit) is not None:
        return False
    pair = {target.unit.translate(_SEPARATORS), actual.unit.translate(_SEPARATORS)}
    return len(pair) > 1 and not any(pair <= set(texts(row, "units")) for row in pack.table("unit_synonyms"))


def _is_bare(value: Value) -> bool:
    return value.kind is ValueKind.NUMBER and value.unit is None
