"""Figures wider than their cells: half of the digits in the next cell would be another figure, so they stay together."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from jiping.formats.cells import Position
from jiping.formats.ruled.marks import Char

FIGURES = frozenset("0123456789.,%０１２３４５６７８９．，％")
FIGURE = re.compile(r"(?:[\d０-９]+|[\d０-９]{1,3}(?:[,，][\d０-９]{3})+)(?:[.．][\d０-９]+)?[%％]?")
CLOSE = 0.03  # sizes of a letter: digits of one figure are drawn on without a gap

CellAt = Callable[[float, float], Position | None]


def keep_figures_whole(chars: Sequence[Char], owners: list[Position | None], cell_at: CellAt) -> None:
    """Give all digits of a figure, drawn one after another over a wall, to the cell its middle stands in."""
    for at, (before, after) in enumerate(pairwise(owners)):
        if before != after and follows(chars[at], chars[at + 1]):
            start, end = at, at + 1
            while start and follows(chars[start - 1], chars[start]):
                start -= 1
            while end + 1 < len(chars) and follows(chars[end], chars[end + 1]):
                end += 1
            if FIGURE.fullmatch("".join(char.text for char in chars[start : end + 1])) is None:
                continue
            middle = (chars[start].left + chars[end].right) / 2
            owner = cell_at(middle, (chars[at].top + chars[at].bottom) / 2)
            owners[start : end + 1] = [owner] * (end + 1 - start)


def follows(digit: Char, char: Char) -> bool:
    """Tell whether two letters are of one figure."""
    return (
        digit.text in FIGURES
        and char.text in FIGURES
        and abs(char.left - digit.right) < CLOSE * char.size
        and abs(char.top - digit.top) < 1
    )
