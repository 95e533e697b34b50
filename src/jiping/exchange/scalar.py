"""The single values of an exchange file: how each is written, read back and described.

Numbers travel as texts of exact digits, so that no reader on the way can turn them into binary fractions.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeAlias

from jiping.domain.money import Money, plain

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
Path: TypeAlias = tuple[str | int, ...]

# longer numbers are typing accidents, and would outgrow the precision money is computed with
DIGITS = r"-?[0-9]{1,30}(\.[0-9]{1,24})?"


class Misfit(Exception):
    """A value does not fit its key: the path to it from the top, what is wrong, what to write."""

    def __init__(self, path: Path, what: str, remedy: str) -> None:
        super().__init__(what)
        self.path = path
        self.what = what
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Scalar:
    """One kind of single value. `parse` takes the text as written and raises ValueError when it does not fit."""

    expected: str
    schema: Mapping[str, Json]
    write: Callable[[Any], Json]
    parse: Callable[[str], object]

    def read(self, data: object, path: Path) -> object:
        """Return the value `data` states; raises Misfit."""
        try:
            return self.parse(_written(data))
        except ValueError:
            raise Misfit(path, f"“{_shown(data)}”不是{self.expected}。", f"请写{self.expected}。") from None


def one_of(choices: type[StrEnum]) -> Scalar:
    """Return the scalar whose texts are the values of an enumeration."""
    words: list[Json] = [each.value for each in choices]
    return Scalar(f"“{'”“'.join(choices)}”之一", {"enum": words}, str, choices)


def constant(text: str) -> Scalar:
    """Return the scalar that is always `text`, whatever it is asked to write."""

    def parse(written: str) -> str:
        if written != text:
            raise ValueError(written)
        return text

    return Scalar(f"“{text}”", {"const": text}, lambda _: text, parse)


def _written(data: object) -> str:
    if isinstance(data, str):
        return data
    if isinstance(data, int | Decimal) and not isinstance(data, bool):
        return f"{data}"
    raise ValueError(data)


def _shown(data: object) -> str:
    if isinstance(data, dict | list):
        return "多项内容"
    text = f"{data}"
    return text if len(text) <= 20 else f"{text[:20]}…"


def _text(written: str) -> str:
    written.encode()  # half of a surrogate pair is no character and could never be saved again
    return written


def _stated(written: str) -> str:
    if not written.strip():
        raise ValueError(written)
    return _text(written)


def _digits(written: str) -> str:
    text = unicodedata.normalize("NFKC", written).strip()
    if re.fullmatch(DIGITS, text) is None:
        raise ValueError(written)
    return text


def _exact(number: Decimal) -> str:
    return plain(number) if number else "0"  # the sign of zero says nothing


def _wan(money: Money) -> str:
    with localcontext() as exact:
        exact.prec = 80
        return _exact(money.wan)


def _whole(written: str) -> int:
    number = Decimal(_digits(written))
    if number != number.to_integral_value():
        raise ValueError(written)
    return int(number)


def _fraction(number: Fraction) -> str:
    return f"{number.numerator}/{number.denominator}"


_NUMBER: Mapping[str, Json] = {"type": "string", "pattern": f"^{DIGITS}$"}

TEXT = Scalar("文字", {"type": "string"}, str, _text)
SAID = Scalar("有内容的文字", {"type": "string", "pattern": "\\S"}, str, _stated)
WHOLE = Scalar("整数", {"type": "integer"}, int, _whole)
EXACT = Scalar("数字（如 9.5，不带单位）", _NUMBER, _exact, lambda written: Decimal(_digits(written)))
WAN = Scalar(
    "以万元为单位的数字（如 0.39，不带单位）",
    _NUMBER,
    _wan,
    lambda written: Money.from_wan(Decimal(_digits(written))),
)
DAY = Scalar("日期（如 2025-03-31）", {"type": "string", "format": "date"}, date.isoformat, date.fromisoformat)
FRACTION = Scalar("分数", {"type": "string", "pattern": "^-?[0-9]+/[0-9]+$"}, _fraction, Fraction)
YES_NO = Scalar("true 或 false", {"type": "boolean"}, bool, lambda written: written == "true")
