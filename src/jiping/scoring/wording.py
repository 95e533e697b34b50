"""Numbers as a derivation shows them: exact when short, cut with … when not, never rounded."""

from fractions import Fraction

_CUT = 4  # decimals kept of a number that goes on
_STATED = 6  # decimals an amount may have been stated with: fen in 万元
_STATED_PARTS = 10**_STATED


def shown(number: Fraction) -> str:
    """Return up to four decimals: 9.8 in full, 9.7959… for what goes on."""
    return _within(number, _CUT)


def amount(number: Fraction, unit: str) -> str:
    """Return a number with its unit, 96 % or 41.26805 万元, in full as far as one would state it."""
    text = _within(number, _CUT if _STATED_PARTS % number.denominator else _STATED)
    return f"{text} {unit}" if unit else text


def _within(number: Fraction, places: int) -> str:
    if number.denominator == 1:
        return str(number.numerator)
    scaled, rest = divmod(abs(number.numerator) * 10**places, number.denominator)
    whole, decimals = divmod(scaled, 10**places)
    digits = f"{decimals:0{places}d}"
    tail = f".{digits}…" if rest else f".{digits.rstrip('0')}"
    return f"{'-' if number < 0 else ''}{whole}{tail}"
