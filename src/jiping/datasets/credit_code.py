"""统一社会信用代码 (GB 32100): 18 signs without I, O, S, V, Z, the last of which checks the others."""

from functools import reduce
from operator import add

import ibis
from ibis.expr.types import BooleanValue, StringValue

from jiping.datasets.written.plain import narrow

_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_SHAPE = rf"^[{_SIGNS}]{{2}}\d{{6}}[{_SIGNS}]{{10}}$"
_LENGTH = 17


def credit_code(text: StringValue) -> StringValue:
    """Return the code without spaces and in capitals."""
    found: StringValue = narrow(text).re_replace(r"\s", "").upper()
    return found


def has_shape(code: StringValue) -> BooleanValue:
    found: BooleanValue = code.re_search(_SHAPE)
    return found


def has_check_sign(code: StringValue) -> BooleanValue:
    """Tell whether the last sign follows from the others."""
    signs = ibis.literal(_SIGNS)
    weighted = (signs.find(code.substr(place, 1)) * (pow(3, place, len(_SIGNS))) for place in range(_LENGTH))
    left = reduce(add, weighted) % len(_SIGNS)
    found: BooleanValue = signs.substr((len(_SIGNS) - left) % len(_SIGNS), 1) == code.substr(_LENGTH, 1)
    return found
