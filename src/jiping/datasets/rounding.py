"""Whole numbers out of a division, exact on every engine.

Engines divide whole numbers as floating ones, which is exact only when nothing is left over: so what is left over is taken
off first. Exact for numbers below 2**63 with quotients below 2**51.
"""

import ibis
from ibis.expr.types import IntegerValue


def rounded_down(upper: IntegerValue, lower: IntegerValue | int) -> IntegerValue:
    """Return how often `lower` goes into `upper`; neither is negative, `lower` is not 0."""
    return ((upper - upper % lower) / lower).round().cast("int64")


def rounded_half_up(upper: IntegerValue, lower: IntegerValue | int) -> IntegerValue:
    """Return `upper` / `lower` to the nearest whole number, the half upwards; neither is negative, `lower` is not 0."""
    rest = upper % lower
    return rounded_down(upper, lower) + ibis.ifelse(rest >= lower - rest, 1, 0).cast("int64")
