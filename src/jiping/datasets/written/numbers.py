"""Whole numbers, money and rates as clerks write them: 1,234.50, ￥3900, 0.39万元, (120.00), 3.45%. Exact or nothing."""

from decimal import Decimal

import ibis
from ibis.expr.types import DecimalValue, IntegerValue, StringValue

from jiping.datasets.written.plain import part

_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,12}"
_WHOLE = rf"^(-?(?:{_DIGITS}|\d{{13,18}}))(?:\.0+)?$"
_AMOUNT = rf"^[¥￥]?\s*(-?\s*[¥￥]?(?:{_DIGITS})(?:\.\d{{1,8}})?)\s*(元|万元)?$"
_OWED = rf"^\(\s*((?:{_DIGITS})(?:\.\d{{1,8}})?)\s*\)$"  # brackets are bookkeepers' minus
_RATE = r"^(-?\d{1,3}(?:\.\d{1,8})?)\s*([%‰])?$"
_EXACT = "decimal(20, 8)"
_MILLION = Decimal(1_000_000)


def integer(text: StringValue) -> IntegerValue:
    found: IntegerValue = part(text, _WHOLE, 1).re_replace(",", "").try_cast("int64")
    return found


def money(text: StringValue, scale: Decimal) -> IntegerValue:
    """Return fen; `scale` says how many fen one of the unit of the heading is, unless the cell names its own unit.

    An amount with less than a fen left over is none.
    """
    amount = part(text, _AMOUNT, 1).re_replace("[,¥￥\\s]", "").try_cast(_EXACT)
    owed = part(text, _OWED, 1).re_replace(",", "").try_cast(_EXACT)
    unit = part(text, _AMOUNT, 2)
    fen = ibis.cases((unit == "元", 100), (unit == "万元", 1_000_000), else_=int(scale))
    exact = ibis.coalesce(amount, -owed) * fen.cast("int32")
    whole: IntegerValue = ibis.ifelse(exact % 1 == 0, exact, ibis.null(exact.type())).try_cast("int64")
    return whole


def rate(text: StringValue, scale: Decimal) -> DecimalValue:
    """Return the rate, 0.0345 for 3.45%; `scale` is what one of the unit of the heading is, unless the cell names it.

    A rate with more than six places is none.
    """
    unit = part(text, _RATE, 2)
    millionths = ibis.cases((unit == "%", 10_000), (unit == "‰", 1_000), else_=int(scale * _MILLION))
    exact = part(text, _RATE, 1).try_cast(_EXACT) * millionths.cast("int32")
    whole = ibis.ifelse(exact % 1 == 0, exact, ibis.null(exact.type())).try_cast("int64")
    found: DecimalValue = (whole.cast("decimal(12, 0)") * ibis.literal(Decimal("0.000001"), "decimal(7, 6)")).try_cast(
        "decimal(9, 6)"
    )
    return found
