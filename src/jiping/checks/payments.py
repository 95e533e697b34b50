"""Amounts in prose told apart: totals, and prices per head or piece."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import NamedTuple

from jiping.checks.prose import Mention, amounts
from jiping.domain.words import any_of
from jiping.rulepack.pack import RulePack

_REACH = 8  # characters before an amount in which a word still speaks of it


class Amounts(NamedTuple):
    """The amounts of a text in order; `prices` are those said of one person or piece."""

    totals: tuple[Mention, ...]
    prices: tuple[Mention, ...]


def amounts_apart(text: str, pack: RulePack) -> Amounts:
    """Return the amounts in `text`, those per head or piece apart from the rest."""
    return _apart(text, pack.words("unit_price_marks"))


def lead(text: str, mention: Mention) -> str:
    """Return the few characters before a figure, back to the nearest punctuation: what is said of it."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    for mark in "，,。；;：:、（(\n":
        before = before.rpartition(mark)[2]
    return before


def last_digit(mention: Mention) -> Decimal:
    """Return what one step of the last stated digit is worth: 454.2万元 → 1000 元."""
    digits = "".join(each for each in mention.text if each.isdigit() or each == ".")
    stated = Decimal(digits)
    step = Decimal((0, (1,), int(stated.as_tuple().exponent)))
    return step * mention.number / stated if stated else step


def two_decimals(number: Fraction) -> str:
    """Return `number` with two decimals, rounded half up."""
    hundredths = floor(number * 100 + Fraction(1, 2))
    return f"{'-' if hundredths < 0 else ''}{abs(hundredths) // 100}.{abs(hundredths) % 100:02d}"


@lru_cache(maxsize=8192)
def _apart(text: str, marks: tuple[str, ...]) -> Amounts:
    marked = any_of(marks)
    prices = tuple(each for each in amounts(text) if _per_unit(text, each) or marked.search(lead(text, each)))
    return Amounts(tuple(each for each in amounts(text) if each not in prices), prices)


def _per_unit(text: str, mention: Mention) -> bool:
    end = mention.start + len(mention.text)
    return text[end : end + 1] in ("/", "／", "每")
