"""Pieces of text on a page without walls: letters drawn one after another that no gap as wide as that between cells parts.

The order of drawing tells apart what overlaps: a figure too wide for its cell runs into its neighbour.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from jiping.formats.ruled.marks import Char

SAME_LINE = 0.3  # sizes of a letter between the middles of two letters on one line
BACK = 0.3  # sizes of a letter that the next may be drawn over it
CELL_GAP = 0.48  # sizes of a letter; typesetters leave a quarter between CJK and Latin
SLIT = 0.12  # sizes of a letter; narrower than any gap between cells, wider than what letters of a word leave
SPACED_GAP = 1.2  # sizes of a letter, where a space was written
FIGURE = re.compile(r"[-+\d０-９.．,，%％]+")


class Piece(NamedTuple):
    """Where letters stand that belong together, and what they say; `slits` are the gaps between them where a wall fits."""

    left: float
    right: float
    middle: float
    size: float
    text: str
    slits: tuple[tuple[float, float], ...] = ()

    @property
    def is_figure(self) -> bool:
        return FIGURE.fullmatch(self.text) is not None


def pieces_of(chars: Iterable[Char]) -> list[Piece]:
    """Return the pieces from top to bottom and left to right."""
    drawn = sorted((_piece(run) for run in _runs(chars)), key=lambda each: (each.middle, each.left))
    lines: list[list[Piece]] = []
    for piece in drawn:
        if not lines or piece.middle - lines[-1][0].middle > SAME_LINE * piece.size:
            lines.append([])
        lines[-1].append(piece)
    return [piece for line in lines for piece in _joined(sorted(line))]


def _runs(chars: Iterable[Char]) -> Iterator[list[Char]]:
    """Yield the letters as they were drawn on, one after another."""
    begun: list[Char] = []
    spaced = False
    for char in chars:
        if not char.text.strip():
            spaced = True
            continue
        if begun and not _follows(begun[-1], char, spaced=spaced):
            yield begun
            begun = []
        begun.append(char)
        spaced = False
    if begun:
        yield begun


def _follows(last: Char, char: Char, *, spaced: bool) -> bool:
    gap = char.left - last.right
    widest = (SPACED_GAP if spaced else CELL_GAP) * char.size
    level = abs(char.top + char.bottom - last.top - last.bottom) < 2 * SAME_LINE * char.size
    return level and -BACK * char.size < gap <= widest


def _joined(line: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces of one line, those made one that were drawn apart yet touch."""
    begun: Piece | None = None
    for piece in line:
        if begun is not None and -BACK / 2 < (piece.left - begun.right) / piece.size < BACK:
            begun = begun._replace(
                right=piece.right,
                text=begun.text + piece.text,
                slits=(*begun.slits, (begun.right, piece.left), *piece.slits),
            )
        else:
            if begun is not None:
                yield begun
            begun = piece
    if begun is not None:
        yield begun


def _piece(run: list[Char]) -> Piece:
    first = run[0]
    text = "".join(char.text for char in run)
    slits = tuple((a.right, b.left) for a, b in pairwise(run) if b.left - a.right > SLIT * first.size)
    return Piece(first.left, run[-1].right, (first.top + first.bottom) / 2, first.size, text, slits)
