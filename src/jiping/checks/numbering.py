"""The numbers that headings and items begin with: 一、 （一） 1． （1）."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_DIGITS = "一二三四五六七八九十"
_NUMBERED = re.compile(
    rf"^[^\S\n]*(?:（(?P<cn2>[{_DIGITS}]{{1,3}})）|(?P<cn1>[{_DIGITS}]{{1,3}})、"
    r"|(?P<arabic>\d{1,2})(?P<point>[、．.])(?!\d)|（(?P<inner>\d{1,2})）)[^，。；：\n]{0,20}",
    re.MULTILINE,
)


class Number(NamedTuple):
    """One number at the head of a paragraph: `style` its level, `start` and `end` what it fills with its marks.

    `point` is the mark behind an arabic number, `heading` the number with the first words behind it.
    """

    style: str
    value: int
    start: int
    end: int
    point: str
    heading: str


def numbered(text: str) -> Iterator[Number]:
    """Yield the numbers of the paragraphs of `text`, in order."""
    for match in _NUMBERED.finditer(text):
        style = next(name for name in ("cn1", "cn2", "arabic", "inner") if match[name])
        start, end = match.span(style)
        bracketed = style in ("cn2", "inner")
        value = int(match[style]) if match[style].isdigit() else _value(match[style])
        yield Number(style, value, start - bracketed, end + 1, match["point"] or "．", match.group().strip())


def written(number: Number) -> str:
    """Return the number with its marks."""
    match number.style:
        case "cn1":
            return f"{_numeral(number.value)}、"
        case "cn2":
            return f"（{_numeral(number.value)}）"
        case "arabic":
            return f"{number.value}{number.point}"
        case _:
            return f"（{number.value}）"


def _value(numeral: str) -> int:
    """Return the number a Chinese numeral below one hundred stands for."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _digit(numeral)
    return (_digit(tens) if tens else 1) * 10 + (_digit(ones) if ones else 0)


def _digit(numeral: str) -> int:
    return _DIGITS.index(numeral[-1]) + 1


def _numeral(value: int) -> str:
    """Return the Chinese numeral of a number below one hundred."""
    tens, ones = divmod(value, 10)
    return f"{_DIGITS[tens - 1] if tens > 1 else ''}{'十' if tens else ''}{_DIGITS[ones - 1] if ones else ''}"
