"""The text a cell of a workbook shows under its number format."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from jiping.domain.money import plain
from jiping.formats.shown_dates import shown_date

GENERAL = "General"
TEXT = "@"
EXACT_DIGITS = 15

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\-\]]*)[^\]]*\]|\[[^\]]*\]|([0#?.,]+)|(%)|(.)', re.DOTALL)


def shown(value: object, code: str) -> str:
    """Return what a reader of the sheet sees in a cell with this value and number format."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime, date, time)):
        return shown_date(value, code)
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, (int, float)):
        return _shown_number(Decimal(f"{value:.{EXACT_DIGITS}g}"), code)
    return "" if value is None else str(value)


@dataclass
class _Section:
    """One part of a number format: text before and after the digits, and how to draw the digits."""

    before: str = ""
    digits: str = ""
    after: str = ""
    percents: int = 0


def _shown_number(number: Decimal, code: str) -> str:
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)
    negative_has_own = len(sections) > 1 and number < 0
    section = _parsed(
        sections[1] if negative_has_own else sections[2] if len(sections) > 2 and not number else sections[0]
    )
    if section is None:
        return plain(number)
    if not section.digits:
        return section.before + section.after
    drawn = _drawn(abs(number) * 100**section.percents, section.digits)
    sign = "-" if number < 0 and not negative_has_own and drawn.strip("0.,") else ""
    return f"{sign}{section.before}{drawn}{section.after}"


def _parsed(code: str) -> _Section | None:
    """Return the parts of one section; None for a code that is not about plain digits (General, E+, fractions)."""
    if code in {GENERAL, TEXT, ""} or re.search(r"[0#?]\s*(?:[eE][+\-]|/)|General", code):
        return None
    section = _Section()
    for quoted, escaped, currency, digits, percent, other in _TOKEN.findall(code):
        section.percents += bool(percent)
        if digits and not section.digits:
            section.digits = digits
        elif section.digits:
            section.after += quoted + escaped + currency + percent + other + digits
        else:
            section.before += quoted + escaped + currency + percent + other
    return section


def _drawn(number: Decimal, digits: str) -> str:
    scaled = number / 1000 ** (len(digits) - len(digits.rstrip(",")))
    whole, _, decimals = digits.rstrip(",").partition(".")
    rounded = scaled.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    left, _, right = text.partition(".")
    kept = decimals.count("0")
    while len(right) > kept and right.endswith("0"):
        right = right[:-1]
    least = whole.count("0")
    left = left.zfill(least) if least > 1 else "" if least == 0 and left == "0" and right else left
    return f"{left}.{right}" if right else left
