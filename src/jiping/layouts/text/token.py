"""Words between white space, with the line they stood on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from jiping.domain.place import Place
from jiping.layouts.spacing import half_width, join
from jiping.layouts.stream import Line

_NUMBER = re.compile(r"[-−]?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Token:
    """One word; `line` numbers the lines of the sheet, `number` is its value when it is a bare number."""

    text: str
    line: int
    place: Place | None
    number: Decimal | None


def tokens(lines: Iterable[Line]) -> list[Token]:
    return [
        Token(text, number, line.place, _number(text))
        for number, line in enumerate(lines)
        for text in line.text.split()
    ]


def joined(words: Sequence[Token]) -> str:
    """Return the words as the one text they were: spaced within a line, closed up where it was wrapped."""
    return join(" ".join(word.text for word in line) for _, line in groupby(words, key=lambda word: word.line))


def _number(text: str) -> Decimal | None:
    plain = half_width(text)
    return Decimal(plain.replace("−", "-")) if _NUMBER.fullmatch(plain) else None
