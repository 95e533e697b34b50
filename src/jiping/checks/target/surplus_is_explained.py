"""TG05."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jiping.checks.check import Objection, Scope, check
from jiping.checks.silence import says_something
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import Comparator, Value, ValueKind
from jiping.rulepack.pack import RulePack
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.ground import own_words
from jiping.scoring.measured import in_one_unit
from jiping.scoring.ranges import passed
from jiping.scoring.score import RowScore

_UPWARD = (IndicatorKind.POSITIVE, IndicatorKind.EXACT, IndicatorKind.SATISFACTION)
_COUNTED = (ValueKind.NUMBER, ValueKind.MONEY, ValueKind.PERCENT)
_CAPS = (Comparator.AT_MOST, Comparator.LESS)


@check(
    code="TG05",
    severity=Severity.WARN,
    basis="self_evaluation_measures_2020",
    scope=Scope.ROW,
    rests_on=(Figure.TARGET, Figure.ACTUAL),
)
def surplus_is_explained(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """超额较多的指标应说明原因。

    为何：远超目标，多半是目标定低了，应当分析并调整下年目标。
    反例：目标 ≥100 人次，实际 260 人次，偏差原因空白。
    正例：同一行写明：下半年增办两期专场，下年目标调整为 250 人次。
    说明：超出多少要说明，由规则包的 over_achievement 决定；“≤”的指标用得少不算超额；目标是范围的，越过较好的一端就要说明。
    """
    beyond = _beyond_range(scored, pack)
    if beyond and not says_something(pack, own_words(scored)):
        yield Objection(
            message=f"目标值 {scored.target.text}，实际完成值 {scored.actual.text}，{beyond}，没有说明原因。",
            remedy="请写明越出范围的原因；范围定得不当的，请在下一年度调整；确须控制在范围之内的，按未达到计分。",
        )
    elif _exceeds(scored, pack.thresholds["over_achievement"]) and not says_something(pack, own_words(scored)):
        percent = round(100 * Fraction(scored.actual.number or 0) / Fraction(scored.target.number or 1))
        yield Objection(
            message=f"目标值 {scored.target.text}，实际完成值 {scored.actual.text}，约为目标的 {percent}%，没有说明原因。",
            remedy="请写明超额的原因；目标定得偏低的，请在下一年度调整。",
        )


def _exceeds(scored: RowScore, limit: Decimal) -> bool:
    """True when actual ÷ target passes `limit`, for a count in one unit that is meant to grow."""
    target, actual = scored.target, scored.actual
    if scored.kind not in _UPWARD or target.kind is not actual.kind or not (_is_count(target) and _is_count(actual)):
        return False
    if target.comparator in _CAPS or (target.unit and actual.unit and target.unit != actual.unit):
        return False
    if target.number is None or actual.number is None or target.number <= 0:
        return False
    return actual.number > target.number * limit


def _beyond_range(scored: RowScore, pack: RulePack) -> str | None:
    """Return how the actual passes the range that was asked, None where it does not."""
    if not scored.met or scored.target.upper is None or scored.actual.upper is not None or scored.actual.extra:
        return None
    pair = in_one_unit(scored.target, scored.actual)
    return None if isinstance(pair, str) else passed(scored.kind, scored.row.level3, pair, pack.lexicon)


def _is_count(value: Value) -> bool:
    return value.kind in _COUNTED and value.upper is None and value.extra == 0
