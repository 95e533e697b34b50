"""Number formats both ways: the format that shows exactly the digits stated, and the text a format shows."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from jiping.domain.money import plain
from jiping.formats.xlsx.dates import shown_date

GENERAL = "General"
TEXT = "@"
EXACT_DIGITS = 15

_STATED = re.compile(r"([^\d.,+\-]*)(-?)(0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(\.\d+)?([^\d.,+\-]*)")
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\-\]]*)[^\]]*\]|\[[^\]]*\]|([0#?.,]+)|(%)|(.)', re.DOTALL)


def format_for(text: str, number: Decimal | None) -> str | None:
    """Return the number format under which a workbook shows `number` as `text`; None when it must stay text."""
    found = _STATED.fullmatch(text)
    if number is None or not number.is_finite() or found is None or '"' in text or "\n" in text:
        return None
    before, sign, whole, fraction, after = found.groups()
    digits = whole.replace(",", "") + (fraction or "")
    if Decimal(sign + digits) != number or len(digits.replace(".", "").lstrip("0")) > EXACT_DIGITS or (sign and before):
        return None
    if sign and not number:
        return None
    code = ("#,##0" if "," in whole else "0") + (f".{'0' * (len(fraction) - 1)}" if fraction else "")
    return f"{_literal(before)}{code}{_literal(after)}"


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


def _literal(text: str) -> str:
    return f'"{text}"' if text else ""
