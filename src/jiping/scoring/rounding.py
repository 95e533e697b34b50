"""Points are rounded once, at the end."""

from decimal import Context, Decimal
from fractions import Fraction
from math import floor

from jiping.rulepack.rules import Rounding, RoundingMode

_EXACT = Context(prec=200)
_HALF = Fraction(1, 2)


def rounded(points: Fraction, weight: Decimal, rounding: Rounding) -> Decimal:
    """Return `points` as a multiple of the step, never above `weight`; full points stay what they are."""
    if points == Fraction(weight):
        return weight
    steps = _whole(points / Fraction(rounding.step), rounding.mode)
    return min(_EXACT.multiply(Decimal(steps), rounding.step), weight)


def _whole(steps: Fraction, mode: RoundingMode) -> int:
    if mode is RoundingMode.FLOOR:
        return floor(steps)
    if mode is RoundingMode.HALF_UP:
        return floor(steps + _HALF)
    return round(steps)  # Fraction rounds exact halves to even
