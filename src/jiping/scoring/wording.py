"""Numbers as a derivation shows them: exact when short, cut with … when not, never rounded."""

from fractions import Fraction

_PLACES = 4


def shown(number: Fraction) -> str:
    """Return up to four decimals: 9.8 in full, 9.7959… for what goes on."""
    scaled, rest = divmod(abs(number.numerator) * 10**_PLACES, number.denominator)
    whole, decimals = divmod(scaled, 10**_PLACES)
    digits = f"{decimals:0{_PLACES}d}"
    tail = f".{digits}…" if rest else f".{digits.rstrip('0')}" if decimals else ""
    return f"{'-' if number < 0 else ''}{whole}{tail}"


def amount(number: Fraction, unit: str) -> str:
    """Return a number with its unit: 96 %, 85 万元, 100."""
    return f"{shown(number)} {unit}" if unit else shown(number)
