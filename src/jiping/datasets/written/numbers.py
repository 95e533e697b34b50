"""Whole numbers, money and rates as clerks write them: 1,234.50, ￥3900, 0.39万元, (120.00), 3.45%. Exact or nothing."""

from decimal import Decimal

import ibis
from ibis.expr.types import DecimalValue, IntegerValue, StringValue

from jiping.datasets.written.plain import NOTHING, narrow, otherwise, part

_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,12}"
_WHOLE = rf"^(-?(?:{_DIGITS}|\d{{13,18}}))(?:\.0+)?$"
_AMOUNT = rf"^[¥￥]?\s*(-?\s*[¥￥]?(?:{_DIGITS})(?:\.\d{{1,8}})?)\s*(元|万元)?$"
_OWED = rf"^\(\s*((?:{_DIGITS})(?:\.\d{{1,8}})?)\s*\)$"  # brackets are bookkeepers' minus
_RATE = r"^(-?\d{1,3}(?:\.\d{1,8})?)\s*([%‰])?$"
_PLAIN = r"^-?\d{1,12}(?:\.\d{1,2})?$"
_EXACT = "decimal(20, 8)"
_SIX_PLACES = "decimal(18, 6)"
_MILLION = Decimal(1_000_000)


def integer(text: StringValue) -> IntegerValue:
    number = text.try_cast("int64")
    usual = ibis.ifelse(number.cast("string") == text, number, ibis.null("int64"))
    return otherwise(usual, _spelled_integer(narrow(text)))


def _spelled_integer(text: StringValue) -> IntegerValue:
    found: IntegerValue = part(text, _WHOLE, 1).re_replace(",", "").try_cast("int64")
    return found


def money(text: StringValue, scale: Decimal) -> IntegerValue:
    """Return fen; `scale` says how many fen one of the unit of the heading is, unless the cell names its own unit.

    An amount with less than a fen left over is none.
    """
    usual = ibis.ifelse(text.re_search(_PLAIN), text, NOTHING).try_cast("decimal(16, 2)") * ibis.literal(
        int(scale), "int32"
    )
    return otherwise(_whole(usual), _spelled_money(narrow(text), scale))


def _spelled_money(text: StringValue, scale: Decimal) -> IntegerValue:
    amount = part(text, _AMOUNT, 1).re_replace("[,¥￥\\s]", "").try_cast(_EXACT)
    owed = part(text, _OWED, 1).re_replace(",", "").try_cast(_EXACT)
    unit = part(text, _AMOUNT, 2)
    fen = ibis.cases((unit == "元", 100), (unit == "万元", 1_000_000), else_=int(scale))
    exact = ibis.coalesce(amount, -owed) * fen.cast("int32")
    return _whole(exact)


def rate(text: StringValue, scale: Decimal) -> DecimalValue:
    """Return the rate, 0.0345 for 3.45%; `scale` is what one of the unit of the heading is, unless the cell names it.

    A rate with more than six places is none.
    """
    text = narrow(text)
    unit = part(text, _RATE, 2)
    millionths = ibis.cases((unit == "%", 10_000), (unit == "‰", 1_000), else_=int(scale * _MILLION))
    exact = part(text, _RATE, 1).try_cast(_EXACT) * millionths.cast("int32")
    millionth = ibis.literal(Decimal("0.000001"), _SIX_PLACES)
    found: DecimalValue = (_whole(exact).cast(_SIX_PLACES) * millionth).try_cast("decimal(9, 6)")
    return found


def _whole(number: DecimalValue) -> IntegerValue:
    found: IntegerValue = ibis.ifelse(number % 1 == 0, number, ibis.null(number.type())).try_cast("int64")
    return found
