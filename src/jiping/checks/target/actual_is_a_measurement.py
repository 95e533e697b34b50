"""TG15."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import Comparator, ValueKind
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore

_TIMES = (ValueKind.DATE, ValueKind.PERIOD)


@check(code="TG15", severity=Severity.WARN, basis="self_evaluation_measures_2020", scope=Scope.ROW)
def actual_is_a_measurement(scored: RowScore, _: RulePack) -> Iterator[Objection]:
    """实际完成值应是量出来的数，不应带“≥”“≤”。

    为何：带着“≥”的完成值是抄来的目标，不是结果。
    反例：目标 ≥95%，实际完成值 ≥95%。
    正例：目标 ≥95%，实际完成值 96.2%。
    """
    if _is_a_bound(scored):
        yield Objection(
            message=f"实际完成值“{scored.actual.text}”带有范围，不是确定的结果（目标值 {scored.target.text}）。",
            remedy="请填写实际数值，并说明数据来源。",
        )


def _is_a_bound(scored: RowScore) -> bool:
    actual = scored.actual
    if actual.comparator is None or actual.comparator is Comparator.ABOUT or actual.kind is ValueKind.TEXT:
        return False
    repeated = actual.text.strip() == scored.target.text.strip()
    if actual.kind in _TIMES:
        return repeated and actual.comparator is Comparator.AT_MOST
    return actual.comparator is not Comparator.EQUAL or (repeated and not actual.text.strip()[:1].isdigit())
