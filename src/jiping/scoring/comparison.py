"""How an actual stands to its target, before any points are thought of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from jiping.domain.lexicon import Lexicon
from jiping.domain.value.kinds import Comparator, Value, ValueKind
from jiping.domain.value.notation import compact
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.judged import favourable, says_none
from jiping.scoring.measured import Measured, in_one_unit
from jiping.scoring.percentages import differ_by_percent
from jiping.scoring.ranges import passed
from jiping.scoring.wording import amount

_TOLD_IN_TIME = (ValueKind.DATE, ValueKind.PERIOD)


_MONTHS_OF: Mapping[str | None, int] = {"月": 1, "季度": 3, "半年": 6}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether the actual reaches the target, and by which numbers.

    `verdict` is a clause in the filer's words; where `met` is None it says why nothing can be told. `target` and
    `actual` count the same `unit` and are present only where two numbers were compared. A `ceiling` is a target
    that must not be exceeded.
    """

    met: bool | None
    verdict: str
    target: Fraction | None = None
    actual: Fraction | None = None
    unit: str = ""
    ceiling: bool = False


def compare(kind: IndicatorKind, name: str, target: Value, actual: Value, lexicon: Lexicon) -> Comparison:
    """Return how `actual` stands to `target` for the indicator `name`."""
    if target.kind is ValueKind.BLANK:
        return Comparison(None, "没有年初指标值")
    if actual.kind is ValueKind.BLANK:
        return Comparison(None, "没有实际完成值")
    found = _compare(kind, name, target, actual, lexicon)
    if found.met is None and compact(target.text) == compact(actual.text):
        return Comparison(True, f"“{actual.text}”与年初指标值一致")
    return found


def _compare(kind: IndicatorKind, name: str, target: Value, actual: Value, lexicon: Lexicon) -> Comparison:
    if target.extra or actual.extra:
        return Comparison(None, "一格里写了几个数量，请分行填写")
    if target.kind in _TOLD_IN_TIME:
        return _dates(target, actual)
    if ValueKind.CLASS in (target.kind, actual.kind):
        return _classes(target, actual)
    if target.is_measured and actual.is_measured:
        return _numbers(kind, name, target, actual, lexicon)
    if target.is_measured or actual.is_measured:
        return _number_and_words(target, actual)
    return _words(name, target, actual, lexicon)


def _numbers(kind: IndicatorKind, name: str, target: Value, actual: Value, lexicon: Lexicon) -> Comparison:
    if actual.upper is not None:
        return Comparison(None, f"实际完成值“{actual.text}”是一个范围，不是实际数")
    if differ_by_percent(kind, name, target, actual, lexicon):
        return Comparison(
            None, f"单位不一致，年初指标值是“{target.text}”，实际完成值是“{actual.text}”，一为百分数，一不是"
        )
    pair = in_one_unit(target, actual)
    if isinstance(pair, str):
        return Comparison(None, pair)
    if pair.upper is not None:
        surpassed = passed(kind, name, pair, lexicon)
        return _range(pair, pair.upper) if surpassed is None else Comparison(True, surpassed)
    t, a = pair.target, pair.actual
    was, wanted = amount(a, pair.unit), amount(t, pair.unit)
    if kind is IndicatorKind.EXACT:
        return _pair(pair, a == t, f"{was} {'达到' if a == t else '不等于'} {wanted}")
    if kind is IndicatorKind.NEGATIVE:
        met = a < t if target.comparator is Comparator.LESS else a <= t
        return _pair(pair, met, f"{was} {'未超过' if a <= t else '超过'} {wanted}", ceiling=True)
    if target.comparator is Comparator.ABOUT and a < t:
        return Comparison(None, f"年初指标值“{target.text}”没有明确的界限")
    met = a > t if target.comparator is Comparator.MORE else a >= t
    return _pair(pair, met, f"{was} {'达到' if met else '未达到'} {wanted}")


def _range(pair: Measured, upper: Fraction) -> Comparison:
    was, span = amount(pair.actual, pair.unit), f"{amount(pair.target, pair.unit)}至 {amount(upper, pair.unit)}"
    if pair.target <= pair.actual <= upper:
        return Comparison(True, f"{was} 在 {span}之间")
    above = pair.actual > upper
    bound = upper if above else pair.target
    return Comparison(False, f"{was} 不在 {span}之间", bound, pair.actual, pair.unit, ceiling=above)


def _pair(pair: Measured, met: bool, verdict: str, *, ceiling: bool = False) -> Comparison:
    return Comparison(met, verdict, pair.target, pair.actual, pair.unit, ceiling)


def _dates(target: Value, actual: Value) -> Comparison:
    if actual.kind not in _TOLD_IN_TIME or target.month_day is None or actual.month_day is None:
        return Comparison(None, f"年初指标值是日期，实际完成值“{actual.text}”没有写明日期")
    if target.day is not None and actual.day is not None:
        limit, last = target.day, actual.day
    else:
        limit, last = date(2000, *target.month_day), date(2000, *actual.month_day)
    first = _first_day(last, actual.unit)
    if last <= limit:
        return Comparison(True, f"“{actual.text}”未晚于“{target.text}”")
    if first > limit:
        return Comparison(False, f"“{actual.text}”晚于“{target.text}”")
    return Comparison(None, f"实际完成值“{actual.text}”没有写到日，是否晚于“{target.text}”无从判断")


def _first_day(last: date, told_by: str | None) -> date:
    """Return the first day of the span that ends on `last` and is told by the day, month, quarter, half or year."""
    if told_by == "日":
        return last
    return date(last.year, last.month + 1 - _MONTHS_OF.get(told_by, last.month), 1)


def _classes(target: Value, actual: Value) -> Comparison:
    if target.kind is not actual.kind or target.number is None or actual.number is None or target.unit != actual.unit:
        return Comparison(None, f"“{actual.text}”与“{target.text}”不是同一种类别")
    if target.number != actual.number and target.unit == "级":
        return Comparison(None, f"“{actual.text}”与“{target.text}”哪一级更好，程序无从判断")
    met = actual.number <= target.number  # Ⅱ类 is better than Ⅲ类
    return Comparison(met, f"“{actual.text}”{'不低于' if met else '低于'}“{target.text}”")


def _number_and_words(target: Value, actual: Value) -> Comparison:
    if says_none(target) and (says_none(actual) or actual.is_measured):
        met = says_none(actual)
        return Comparison(met, f"“{actual.text}”与“{target.text}”{'相符' if met else '不符'}")
    if target.is_measured:
        if target.comparator in (Comparator.AT_MOST, Comparator.LESS) and says_none(actual):
            return Comparison(True, f"“{actual.text}”未超过“{target.text}”")
        return Comparison(None, f"年初指标值“{target.text}”是数量，实际完成值“{actual.text}”是文字")
    return Comparison(None, f"年初指标值“{target.text}”是文字，实际完成值“{actual.text}”是数量")


def _words(name: str, target: Value, actual: Value, lexicon: Lexicon) -> Comparison:
    if compact(target.text) == compact(actual.text):
        return Comparison(True, f"“{actual.text}”与年初指标值一致")
    if actual.tier is not None:
        met = actual.tier <= (target.tier or 1)
        return Comparison(met, f"“{actual.text}”{'达到' if met else '未达到'}“{target.text}”")
    if target.kind is actual.kind is ValueKind.YES_NO:
        met = target.affirmed is actual.affirmed
        return Comparison(met, f"“{actual.text}”与“{target.text}”{'相符' if met else '不符'}")
    if says_none(target) and says_none(actual):
        return Comparison(True, f"“{actual.text}”与“{target.text}”相符")
    good = None if actual.kind in _TOLD_IN_TIME else favourable(actual, name, lexicon)
    if good is None:
        return Comparison(None, f"“{actual.text}”与“{target.text}”文字不同，是否达到须由人判断")
    return Comparison(good, f"“{actual.text}”{'符合' if good else '不符合'}“{target.text}”的要求")
