"""Quantities: a sign, digits, 万 or 亿, a unit, and what may follow it (以上, 以内, 左右)."""

import re
from decimal import Decimal

from jiping.domain.units import DURATIONS, SCALES, is_measure_word, spelled
from jiping.domain.value.kinds import Value, ValueKind
from jiping.domain.value.notation import SIGNS, TAILS, agreed, one_of

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,18}+)(?:\.[0-9]{1,12}+)?"
_SCALE = r"万亿|千万|百万|亿|万|千(?![克米瓦卡赫伏帕升])"
_HAN = r"\u3400-\u9fff"
_UNIT = (
    rf"[%‰][{_HAN}]{{0,8}}?|[A-Za-z]{{1,4}}[23]"
    rf"|(?!{one_of(TAILS)})[{_HAN}A-Za-z㎡㎥℃°²³]{{1,8}}?(?:/[{_HAN}A-Za-z]{{1,4}}(?:[/*·、][{_HAN}A-Za-z]{{1,4}}){{0,2}})?"
)
_TO = "[-—–~至到]"

_QUANTITY = re.compile(
    rf"(?P<sign>{one_of(SIGNS)})?(?P<words>[{_HAN}]{{0,12}}?)(?P<sign2>{one_of(SIGNS)})?"
    rf"(?P<per>百分之)?(?P<minus>[-±])?(?P<digits>{_DIGITS})(?P<scale>{_SCALE})?(?P<unit>{_UNIT})?"
    rf"(?:{_TO}(?P<digits2>{_DIGITS})(?P<scale2>{_SCALE})?(?P<unit2>{_UNIT})?)?"
    rf"(?:(?P<tail>{one_of(TAILS)})(?P<after>[{_HAN}]{{0,8}}))?(?:\([^()]{{0,40}}\))?[。.;,、!]?"
)
_ITEM = re.compile(rf"(?P<digits>{_DIGITS})(?P<scale>{_SCALE})?(?P<unit>%|‰|[A-Za-z]{{1,3}}|[{_HAN}]{{1,4}})")
_RUN = re.compile(_DIGITS)
_NEGATION = re.compile("[不未没无非缺欠难]")
_NOT_A_SUBJECT = re.compile("[不未没无非缺欠难第号降减]")
_OPENING = frozenset(("", "全年", "每年", "年均", "已", "已完成", "完成", "达", "达到", "实现", "共", "共计", "累计"))


def read_quantity(text: str, plain: str) -> Value | None:
    """Return the one quantity or range a text states."""
    found = _QUANTITY.fullmatch(plain)
    if found is None:
        return None
    part = found.group
    written = "%" if part("per") else part("unit2") or part("unit") or ""
    comparator, agree = agreed(SIGNS.get(part("sign")), SIGNS.get(part("sign2")), TAILS.get(part("tail")))
    if not agree or not _makes_sense(part("words"), written, part("after") or ""):
        return None
    scale = part("scale") or part("scale2") or ""
    number, upper = _exact(part("digits"), scale, written), None
    if part("digits2"):
        upper = _exact(part("digits2"), part("scale2") or "", written)
        if part("minus") or upper < number:
            return None
    if part("minus") == "±":
        number, upper = -number, number
    elif part("minus"):
        number = -number
    unit = _unit(number, written)
    return Value(text, _kind(unit), comparator, number, upper, unit, scale=SCALES[scale])


def read_quantities(text: str, plain: str) -> Value | None:
    """Return the first of several quantities, the others counted, provided every figure has a unit of its own."""
    items = list(_ITEM.finditer(plain))
    if len(items) < 2 or len(items) != len(_RUN.findall(plain)):
        return None
    if not all(is_measure_word(item["unit"]) and item["unit"][0] != "年" for item in items):
        return None
    first = items[0]
    written, scale = first["unit"], first["scale"] or ""
    number = _exact(first["digits"], scale, written)
    unit = _unit(number, written)
    return Value(text, _kind(unit), number=number, unit=unit, extra=len(items) - 1, scale=SCALES[scale])


def _makes_sense(words: str, unit: str, after: str) -> bool:
    """Tell a stated quantity from a sentence with a figure in it (根据2号文件)."""
    if _NEGATION.search(unit) or _NEGATION.search(after):
        return False
    if words in _OPENING:
        return True
    return not _NOT_A_SUBJECT.search(words) and is_measure_word(unit)


def _exact(digits: str, scale: str, unit: str) -> Decimal:
    """Return the number in the base unit; only the point moves, so nothing is rounded."""
    exponent = SCALES[scale].adjusted() - (1 if unit[:1] == "‰" else 0)
    number = Decimal(digits.replace(",", ""))
    return Decimal(f"{Decimal(f'{number}E{exponent}'):f}") if exponent else number


def _unit(number: Decimal, written: str) -> str | None:
    if not written or (number == 0 and not is_measure_word(written)):
        return None  # 0事故 names what there was none of, not a unit
    return spelled(written)


def _kind(unit: str | None) -> ValueKind:
    if unit is None:
        return ValueKind.NUMBER
    if unit in ("%", "个百分点"):
        return ValueKind.PERCENT
    if unit[0] == "元":
        return ValueKind.MONEY
    return ValueKind.DURATION if unit in DURATIONS else ValueKind.NUMBER
