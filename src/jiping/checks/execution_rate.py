"""How a stated execution rate relates to the one the amounts give."""

from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from math import floor

from jiping.checks.payments import two_decimals

_HALF = Fraction(1, 2)
_MOST_DIGITS = 6  # decimals compared; nobody states an execution rate more finely


class Reading(Enum):
    """What a stated rate is: right, cut instead of rounded, or another number."""

    RIGHT = auto()
    CUT = auto()
    WRONG = auto()


def read_rate(stated: Decimal, exact: Fraction, tolerance: Decimal) -> Reading:
    """Compare a rate stated in per cent with the exact one (1 = all spent), to the digits stated.

    Within `tolerance` percentage points it is right, because the amounts behind it are rounded themselves.
    A rate with its last digits dropped, as 31.00 for 31.08, is cut.
    """
    percent, given = exact * 100, Fraction(stated)
    digits = min(max(0, -int(stated.as_tuple().exponent)), _MOST_DIGITS)
    if abs(given - percent) <= Fraction(tolerance) or _cut(percent + _HALF / 10**digits, digits) == given:
        return Reading.RIGHT
    cuts = {_cut(percent + raised, kept) for kept in range(digits + 1) for raised in (0, _HALF / 10**kept)}
    return Reading.CUT if given in cuts else Reading.WRONG


def shown(exact: Fraction) -> str:
    """Return the rate in per cent with two decimals, rounded half up."""
    return two_decimals(exact * 100)


def _cut(number: Fraction, digits: int) -> Fraction:
    return Fraction(floor(number * 10**digits), 10**digits)
