"""Quantities whose figures are written in Chinese characters: 六十台, 不少于三百二十人."""

import re

from jiping.domain.units import is_one_measure_word
from jiping.domain.value.kinds import Value
from jiping.domain.value.notation import SIGNS, TAILS, one_of
from jiping.domain.value.numbers import read_quantity

_DIGITS = {each: value for value, each in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_WRITTEN = re.compile(
    rf"(?P<sign>{one_of(SIGNS)})?(?P<per>百分之)?(?P<figure>(?![百千])[零〇一二两三四五六七八九十百千]+)(?P<scale>[万亿])?"
    rf"(?P<unit>(?!{one_of(TAILS)})[一-鿿]{{1,4}}?)?(?P<tail>{one_of(TAILS)})?[。.;,]?"
)


def read_hanzi_quantity(text: str, plain: str) -> Value | None:
    """Return the one quantity a text states in characters; a lone 一 is a dash and 一次性 is no count."""
    found = _WRITTEN.fullmatch(plain)
    if found is None:
        return None
    unit = found["unit"] or ""
    number = _number(found["figure"])
    if number is None or not (is_one_measure_word(unit) or (not unit and len(found["figure"]) > 1)):
        return None
    figure = f"{number}{'' if found['per'] is None else '%'}{found['scale'] or ''}{unit}"
    return read_quantity(text, f"{found['sign'] or ''}{figure}{found['tail'] or ''}")


def _number(figure: str) -> int | None:
    """Return what 三百二十 stands for; None for figures told one by one, as years are, and for disorder."""
    total, digit, place = 0, None, 10_000
    for each in figure:
        if each in _PLACES:
            if _PLACES[each] >= place:
                return None
            place = _PLACES[each]
            total += place * (1 if digit is None else digit)
            digit = None
        elif digit:
            return None
        else:
            digit = _DIGITS[each]
    return total + (digit or 0)
