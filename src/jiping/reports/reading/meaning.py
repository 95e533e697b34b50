"""A value in the words of what was understood: ≥50个 → 数量 ≥ 50 个."""

from decimal import Decimal

from jiping.domain.money import Money, plain
from jiping.domain.value.kinds import Value, ValueKind

_UNREAD = {ValueKind.TEXT: "文字，不作比较", ValueKind.BLANK: "空白"}
_YUAN_PER_WAN = 10_000


def meaning(value: Value) -> str:
    """Return the kind of the value and what can be compared about it."""
    if value.kind in _UNREAD:
        return _UNREAD[value.kind]
    answer = _answer(value)
    if answer:
        return f"{value.kind.value}：{answer}"
    more = f"（另有 {value.extra} 个数）" if value.extra else ""
    return " ".join(filter(None, (value.kind.value, _bound(value), _amount(value)))) + more


def _bound(value: Value) -> str:
    return "" if value.comparator is None else value.comparator.value


def _amount(value: Value) -> str:
    if value.kind in {ValueKind.DATE, ValueKind.PERIOD}:
        return _day(value)
    if value.number is None or value.kind is ValueKind.CLASS:
        return ""
    numbers = [value.number] if value.upper is None else [value.number, value.upper]
    if value.kind is ValueKind.MONEY:
        return " ～ ".join(map(_money, numbers))
    unit = "%" if value.kind is ValueKind.PERCENT else f" {value.unit or ''}"
    return f"{' ～ '.join(map(plain, numbers))}{unit}".rstrip()


def _money(yuan: Decimal) -> str:
    return f"{plain(yuan)} 元" if abs(yuan) < _YUAN_PER_WAN else str(Money(yuan))


def _day(value: Value) -> str:
    if value.day is not None:
        return value.day.isoformat()
    return "" if value.month_day is None else "{} 月 {} 日".format(*value.month_day)


def _answer(value: Value) -> str:
    if value.kind is ValueKind.YES_NO:
        return "是" if value.affirmed else "否"
    if value.kind is ValueKind.TIER:
        return f"第 {value.tier} 等"
    if value.number is not None:
        return ""
    return {True: "好", False: "不好", None: ""}[value.good]
