"""Words between white space, with the line they stood on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.place import Place
from jiping.layouts.read.stream import Line
from jiping.layouts.spacing import half_width, join

_WORDS_OF_A_LINE = 20  # no printed row has so many columns
_NUMBER = re.compile(r"[-−]?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `line` numbers the lines of the sheet, `number` is its value when it is a bare number.

    `begins` says that the break before the word may be a line break: always so where a sheet was run together.
    """

    text: str
    line: int
    place: Place | None
    number: Decimal | None
    begins: bool


def tokens(lines: Iterable[Line]) -> list[Token]:
    """Return the words of all lines in order."""
    found: list[Token] = []
    for number, line in enumerate(lines):
        texts = line.text.split()
        run_together = len(texts) > _WORDS_OF_A_LINE
        found += [
            Token(text, number, line.place, _number(text), begins=run_together or at == 0)
            for at, text in enumerate(texts)
        ]
    return found


def joined(words: Sequence[Token]) -> str:
    """Return the words as the one text they were: spaced within a line, closed up where it was wrapped."""
    lines: list[str] = []
    for word in words:
        if word.begins or not lines:
            lines.append(word.text)
        else:
            lines[-1] = f"{lines[-1]} {word.text}"
    return join(lines)


def _number(text: str) -> Decimal | None:
    plain = half_width(text)
    return Decimal(plain.replace("−", "-")) if _NUMBER.fullmatch(plain) else None
