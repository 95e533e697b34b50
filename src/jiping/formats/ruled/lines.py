"""Lines of text from characters at their positions, without the spaces a typesetter put between CJK and Latin."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median_low

from jiping.formats.ruled.marks import Char, least

WIDE_GAP = 2
WORD_GAP = 0.2
INVISIBLE = "\u200b\ufeff"

_CJK = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
_BETWEEN_CJK = re.compile(rf"(?<={_CJK}) (?={_CJK})")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its pieces (parted by wide gaps) where they stand and the size of its letters, in points;
    `confidence` is that of its least sure letter.
    """

    pieces: tuple[str, ...]
    left: float
    right: float
    top: float
    bottom: float
    size: float
    confidence: Decimal | None = None

    @property
    def text(self) -> str:
        return " ".join(self.pieces)


def lines_of(chars: Iterable[Char]) -> list[Line]:
    """Return the lines from top to bottom; characters whose middles are close share a line."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda each: (each.top + each.bottom, each.left)):
        middle = (char.top + char.bottom) / 2
        if rows and rows[-1][0].top <= middle <= rows[-1][0].bottom:
            rows[-1].append(char)
        else:
            rows.append([char])
    return [line for row in rows if (line := _line(sorted(row, key=lambda each: each.left))).text.strip()]


def join(left: str, right: str) -> str:
    """Join two lines of one paragraph: with a space between Latin words, without one next to CJK."""
    if re.search(r"[A-Za-z,;.]$", left) and re.match(r"[A-Za-z]", right):
        return f"{left} {right}"
    return left + right


def healed(text: str) -> str:
    """Drop the spaces that stand between two CJK characters."""
    return _BETWEEN_CJK.sub("", text).strip()


def _line(row: list[Char]) -> Line:
    pieces = [""]
    previous: Char | None = None
    spaced = False
    for char in row:
        if _is_space(char.text):
            spaced = True
            continue
        gap = char.left - previous.right if previous else 0
        if gap > WIDE_GAP * char.size:
            pieces.append("")
        elif spaced or (previous and gap > WORD_GAP * char.size and _both_latin(previous.text, char.text)):
            pieces[-1] += " "
        pieces[-1] += char.text.strip(INVISIBLE)
        previous, spaced = char, False
    return Line(
        tuple(healed(piece) for piece in pieces if piece.strip()),
        row[0].left,
        row[-1].right,
        min(char.top for char in row),
        max(char.bottom for char in row),
        median_low(char.size for char in row),
        least(char.confidence for char in row),
    )


def _is_space(text: str) -> bool:
    """Tell spaces and invisible marks from letters; the wide space of CJK typesetting is a letter that indents."""
    letter = text.strip(INVISIBLE)
    return not letter or (letter.isspace() and letter != "\u3000")


def _both_latin(left: str, right: str) -> bool:
    """Tell whether a gap can only be a space: between CJK and Latin letters typesetters leave one by themselves."""
    return left.isascii() and right.isascii()
