"""Figures as cells and prose write them; what is not a figure is None."""

import re
from decimal import Decimal

from jiping.domain.money import Money
from jiping.domain.units import SCALES
from jiping.layouts.spacing import bare, half_width

_NUMBER = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)[分%]?")
_MONEY = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)(亿元|万元|元)")
_UNIT = re.compile(r"(亿元|万元|元)(?=[）)、，,]|$)")
_YEAR = re.compile(r"\d{4}")


def read_number(text: str) -> Decimal | None:
    """Return a figure such as 10, 9.80, 10分 or 100%, per cent in points."""
    found = _NUMBER.fullmatch(half_width(bare(text)).replace("−", "-"))
    return Decimal(found[1].replace(",", "")) if found else None


def read_money(text: str) -> Money | None:
    """Return an amount that states its unit, such as 6万元."""
    found = _MONEY.fullmatch(half_width(bare(text)))
    return in_unit(Decimal(found[1].replace(",", "")), found[2]) if found else None


def read_unit(text: str) -> str | None:
    """Return the unit of money that a heading states: 项目资金（万元）, 金额单位：元."""
    found = _UNIT.search(bare(text))
    return found[1] if found else None


def in_unit(amount: Decimal, unit: str) -> Money:
    """Return `amount` of 元, 万元 or 亿元."""
    return Money.scaled(amount, SCALES[unit.removesuffix("元")])


def read_year(text: str) -> int | None:
    found = _YEAR.search(half_width(text))
    return int(found[0]) if found else None
