"""公民身份号码 (GB 11643): 6 digits of a region, 8 of the birth date, 3 in sequence (odd for men), a check digit."""

from collections.abc import Iterable
from functools import reduce
from operator import add

import ibis
from ibis.expr.types import BooleanValue, DateValue, IntegerValue, StringValue

from jiping.datasets.written.dates import iso_date
from jiping.datasets.written.plain import NOTHING, narrow, otherwise
from jiping.domain.masking import CHECK_DIGITS, WEIGHTS

_SHAPE = r"^\d{17}[\dX]$"
_ROUNDED = r"^\d\.?\d*[eE]\+?\d+$|^\d{15}000$"  # a spreadsheet keeps fifteen digits of a number


def id_number(text: StringValue) -> StringValue:
    """Return the number without spaces, in half-width digits and with a capital X."""
    usual = ibis.ifelse(text.re_search(_SHAPE), text, NOTHING)
    return otherwise(usual, narrow(text).re_replace(r"\s", "").upper())


def is_rounded(number: StringValue) -> BooleanValue:
    """Tell whether a spreadsheet took the number for a quantity and lost its last digits."""
    found: BooleanValue = number.re_search(_ROUNDED)
    return found


def has_shape(number: StringValue) -> BooleanValue:
    found: BooleanValue = number.re_search(_SHAPE)
    return found


def has_province(number: StringValue, provinces: Iterable[str]) -> BooleanValue:
    found: BooleanValue = number.substr(0, 2).isin(list(provinces))
    return found


def birth_date(number: StringValue) -> DateValue:
    """Return the birth date in the number; missing when there is no such day."""
    day = number.substr(6, 4) + "-" + number.substr(10, 2) + "-" + number.substr(12, 2)
    return iso_date(day)


def is_male(number: StringValue) -> BooleanValue:
    found: BooleanValue = number.substr(16, 1).try_cast("int64") % 2 == 1
    return found


def has_check_digit(number: StringValue) -> BooleanValue:
    """Tell whether the last digit follows from the others; missing where the number has another shape."""
    digits: list[IntegerValue] = [number.substr(place, 1).try_cast("int64") for place in range(len(WEIGHTS))]
    total = reduce(add, (digit * weight for digit, weight in zip(digits, WEIGHTS, strict=True)))
    found: BooleanValue = ibis.literal(CHECK_DIGITS).substr(total % len(CHECK_DIGITS), 1) == number.substr(17, 1)
    return found
