"""How high a row must be to show its texts: not every program works that out when it opens a workbook."""

from collections.abc import Iterable
from math import ceil
from unicodedata import east_asian_width

_LINE_PT = 14
_MARGIN_PT = 3
_TALLEST_PT = 409  # what a row can be at most


def row_height(cells: Iterable[tuple[str, int]]) -> int:
    """Return the height in points for texts that wrap in columns of so many characters."""
    return min(_TALLEST_PT, _MARGIN_PT + _LINE_PT * max(_lines(text, width) for text, width in cells))


def _lines(text: str, width: int) -> int:
    return sum(max(1, ceil(_width(line) / width)) for line in text.split("\n"))


def _width(line: str) -> int:
    """Return the width in characters; a full-width one takes two."""
    return len(line) + sum(east_asian_width(each) in "WF" for each in line)
