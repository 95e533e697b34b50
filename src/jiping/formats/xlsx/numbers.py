"""The number format under which a workbook shows exactly the digits stated."""

import re
from decimal import Decimal

from jiping.formats.shown_numbers import EXACT_DIGITS

_STATED = re.compile(r"([^\d.,+\-]*)(-?)(0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(\.\d+)?([^\d.,+\-]*)")


def format_for(text: str, number: Decimal | None) -> str | None:
    """Return the number format under which a workbook shows `number` as `text`; None when it must stay text."""
    found = _STATED.fullmatch(text)
    if number is None or not number.is_finite() or found is None or '"' in text or "\n" in text:
        return None
    before, sign, whole, fraction, after = found.groups()
    digits = whole.replace(",", "") + (fraction or "")
    stated = Decimal(sign + digits)
    is_share = after == "%" and stated == number * 100
    if (
        (stated != number and not is_share)
        or len(digits.replace(".", "").lstrip("0")) > EXACT_DIGITS
        or (sign and before)
    ):
        return None
    if sign and not number:
        return None
    code = ("#,##0" if "," in whole else "0") + (f".{'0' * (len(fraction) - 1)}" if fraction else "")
    return f"{_literal(before)}{code}{after if is_share else _literal(after)}"


def _literal(text: str) -> str:
    return f'"{text}"' if text else ""
