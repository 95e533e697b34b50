"""How a stated execution rate relates to the one the amounts give."""

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import Enum, auto
from fractions import Fraction


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
    percent = _percent(exact)
    digits = max(0, -int(stated.as_tuple().exponent))
    if abs(stated - percent) <= tolerance or _to(percent, digits, ROUND_HALF_UP) == stated:
        return Reading.RIGHT
    cuts = {_to(percent, kept, mode) for kept in range(digits + 1) for mode in (ROUND_FLOOR, ROUND_HALF_UP)}
    return Reading.CUT if stated in cuts else Reading.WRONG


def shown(exact: Fraction) -> str:
    """Return the rate in per cent with two decimals."""
    return f"{_to(_percent(exact), 2, ROUND_HALF_UP):f}"


def _percent(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) * 100 / Decimal(exact.denominator)


def _to(number: Decimal, digits: int, mode: str) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-digits), mode)
