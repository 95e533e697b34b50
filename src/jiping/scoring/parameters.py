"""Parameters of a rule, as a pack wrote them; what is missing or not a number is a fault of the pack."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from jiping.domain.errors import PackFault

Parameters = Mapping[str, object]


def number(parameters: Parameters, name: str) -> Fraction:
    """Return a compulsory number."""
    found = optional_number(parameters, name)
    if found is None:
        raise PackFault(f"评分规则缺少参数“{name}”。", remedy="请在规则包 scoring.yaml 的这条规则中补写这个参数。")
    return found


def optional_number(parameters: Parameters, name: str) -> Fraction | None:
    """Return a number, None when the pack does not give it."""
    found = parameters.get(name)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, Decimal | int):
        raise PackFault(f"评分规则的参数“{name}”写的“{found}”不是数字。", remedy="请写不带引号、不带单位的数字。")
    return Fraction(found)


def rows(parameters: Parameters, name: str) -> tuple[Parameters, ...]:
    """Return a compulsory list of named numbers."""
    found = parameters.get(name)
    if not isinstance(found, Sequence) or not found or not all(isinstance(each, Mapping) for each in found):
        raise PackFault(
            f"评分规则的参数“{name}”应是一个列表，每项写若干“名称: 数字”。",
            remedy="请照规则说明（jiping explain）中的例子书写。",
        )
    return tuple(each for each in found if isinstance(each, Mapping))


def choice(parameters: Parameters, name: str, known: Sequence[str]) -> str:
    """Return one of the `known` words; the first is the rule's own habit when the pack says nothing."""
    found = parameters.get(name, known[0])
    if found not in known:
        raise PackFault(f"评分规则的参数“{name}”写的“{found}”不在可选范围内。", remedy=f"可选：{'、'.join(known)}。")
    return str(found)
