"""A target and an actual as numbers of one unit, or the reason why they have none in common."""

from dataclasses import dataclass
from fractions import Fraction

from jiping.domain.units import SCALES, factor
from jiping.domain.value.kinds import Value, ValueKind
from jiping.scoring.percentages import is_share

_SCALE_WORDS = {times: word for word, times in SCALES.items()}
_PLAUSIBLE = 100  # times; further apart, a bare actual was hardly meant in 万


@dataclass(frozen=True, slots=True)
class Measured:
    """Both values in `unit`; `upper` closes a target that is a range."""

    target: Fraction
    actual: Fraction
    unit: str
    upper: Fraction | None = None


def in_one_unit(target: Value, actual: Value) -> Measured | str:
    """Return both numbers in the unit the target is written in, or a clause that says why it cannot be done.

    A target written as a share of one (≥0.95) is told in per cent where the actual is.
    """
    if target.number is None or actual.number is None:
        return "不是数量"
    t, a = Fraction(target.number), Fraction(actual.number)
    upper = None if target.upper is None else Fraction(target.upper)
    unit = target.unit or actual.unit or ""
    if target.unit is None and actual.kind is ValueKind.PERCENT and is_share(upper or t, a):
        return Measured(t * 100, a, unit, None if upper is None else upper * 100)
    times = _times(target, t, actual, a)
    if isinstance(times, str):
        return times
    if target.scale == 1:
        return Measured(t, a * times, unit, upper)
    scale, word = Fraction(target.scale), _SCALE_WORDS[target.scale]
    return Measured(t / scale, a * times / scale, word + unit, None if upper is None else upper / scale)


def _times(target: Value, t: Fraction, actual: Value, a: Fraction) -> Fraction | str:
    """Return what the actual's number must be multiplied by to stand in the target's base unit."""
    if target.unit == actual.unit:
        return Fraction(1)
    if actual.unit is None and target.kind is ValueKind.PERCENT:
        return Fraction(100) if is_share(a, t) else _as_percent(a, actual.text)
    if target.unit is None and actual.kind is ValueKind.PERCENT:
        return _as_percent(t, target.text)
    if actual.unit is None:
        return _inherited(target, t, actual, a)
    if target.unit is None:
        return Fraction(1)
    times = factor(actual.unit, target.unit)
    return times or f"单位不一致，年初指标值以“{target.unit}”计，实际完成值以“{actual.unit}”计"


def _inherited(target: Value, t: Fraction, actual: Value, a: Fraction) -> Fraction | str:
    """Return the 万 or 亿 a bare actual inherits with its unit, as far as that is plausible."""
    scale = Fraction(target.scale)
    if scale == 1 or actual.scale != 1 or a == 0:
        return Fraction(1)
    if t == 0 or not Fraction(1, _PLAUSIBLE) <= abs(a * scale / t) <= _PLAUSIBLE:
        return f"实际完成值“{actual.text}”没有写单位，与“{target.text}”相差太大"
    return scale


def _as_percent(bare: Fraction, text: str) -> Fraction | str:
    return f"“{text}”没有写百分号，可能是百分数，也可能是小数" if 0 < bare <= 1 else Fraction(1)
