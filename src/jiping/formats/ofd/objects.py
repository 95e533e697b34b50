"""Text and path objects of a page as letters and lines, in points.

An object has a boundary, whose corner is its origin, and perhaps a matrix. A text code states where its first letter
begins and how far each next one is; `g 5 3.5` stands for five times 3.5.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice, repeat

from lxml import etree

from jiping.formats.ruled.marks import Char, PageMarks, Stroke
from jiping.formats.ruled.outlines import Point, strokes_of

MM = 72 / 25.4
ASCENT = 0.88

_MOST_LETTERS = 2_000_000
_ARGUMENTS = {"S": 1, "M": 1, "L": 1, "Q": 2, "B": 3, "A": 4, "C": 0}
_OPERATION = re.compile(r"([A-Z])([^A-Z]*)")
_SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, ...]


def page_marks(layers: Iterable[etree._Element], number: int, size: tuple[float, float]) -> PageMarks:
    """Return what the page's own content and its templates show."""
    chars: list[Char] = []
    strokes: list[Stroke] = []
    for layer in layers:
        for each in layer.iter("{*}TextObject"):
            chars += islice(_letters(each), _MOST_LETTERS)
        for each in layer.iter("{*}PathObject"):
            strokes += _lines(each)
    return PageMarks(number, *size, chars, strokes)


def _letters(source: etree._Element) -> Iterator[Char]:
    frame = _Frame(source)
    size = float(source.get("Size", "0"))
    for code in source.iterfind("{*}TextCode"):
        text = (code.text or "").strip("\r\n")
        x, y = float(code.get("X", "0")), float(code.get("Y", "0"))
        steps_x, steps_y = (_steps(code.get(f"Delta{axis}", "")) for axis in "XY")
        for letter in text:
            width = size * (1 if unicodedata.east_asian_width(letter) in "WFA" else 0.5)
            (left, top), (right, bottom) = (
                frame.point(x, y - ASCENT * size),
                frame.point(x + width, y + (1 - ASCENT) * size),
            )
            yield Char(letter, min(left, right), min(top, bottom), max(left, right), max(top, bottom))
            x += next(steps_x, 0.0 if code.get("DeltaY") else width)
            y += next(steps_y, 0.0)


def _steps(stated: str) -> Iterator[float]:
    words = iter(stated.split())
    for word in words:
        if word == "g":
            times, step = int(next(words, "0")), float(next(words, "0"))
            yield from repeat(step, min(times, _MOST_LETTERS))
        else:
            yield float(word)


def _lines(source: etree._Element) -> Iterator[Stroke]:
    frame = _Frame(source)
    if source.get("Stroke", "true") == "false" and source.get("Fill", "false") == "false":
        return
    outline: list[Point] = []
    for operation, stated in _OPERATION.findall(source.findtext("{*}AbbreviatedData") or ""):
        numbers = [float(each) for each in stated.split()]
        if operation == "C" or (operation in "SM" and outline):
            yield from strokes_of(outline, is_closed=operation == "C")
            outline = []
        if operation in _ARGUMENTS and len(numbers) >= 2:
            outline.append(frame.point(numbers[-2], numbers[-1]))
    yield from strokes_of(outline, is_closed=False)


class _Frame:
    """From an object's own millimetres to points on the page."""

    def __init__(self, source: etree._Element) -> None:
        left, top, *_ = [float(each) for each in source.get("Boundary", "0 0 0 0").split()]
        self.corner = left, top
        stated = tuple(float(each) for each in source.get("CTM", "").split())
        self.matrix: Matrix = stated if len(stated) == 6 else _SAME

    def point(self, x: float, y: float) -> Point:
        a, b, c, d, e, f = self.matrix
        return (a * x + c * y + e + self.corner[0]) * MM, (b * x + d * y + f + self.corner[1]) * MM
