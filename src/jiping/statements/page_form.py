"""The page of a template as a stream of fixed length, and how each field fills its places in it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from jiping.statements.columns import COUNTS, TEXTS
from jiping.statements.fields import Field, Marks, Square, Text, Tint
from jiping.statements.figures import figures
from jiping.statements.fills import (
    HIGHEST,
    FigureFill,
    Fill,
    LettersFill,
    MarksFill,
    SquareFill,
    TintFill,
    colour_words,
)
from jiping.statements.pdf_objects import numbers
from jiping.statements.square import Squares
from jiping.statements.stream_form import Gap, StreamForm, style
from jiping.statements.words import THOUSAND

LETTERS, FIGURES, RARE = b"F", b"D", b"R"
"""What the page's resources call the fonts."""
STILL = b"T"
"""What they call the form with everything that never changes."""

_WRITTEN = {*TEXTS, "number", "code", "sheet"}
_ROOM = 1.3  # letters a line has room for, in full widths: Latin ones are narrower


@dataclass(frozen=True, slots=True)
class PageForm:
    """`words` uint32 (m) of one page with every place blank, and the fills of its fields."""

    words: Any
    fills: tuple[Fill, ...]


@lru_cache(maxsize=8)
def page_form(fields: tuple[Field, ...], height: float, squares: Squares) -> PageForm:
    """Lay out the fields on a page of this height in points. Tints lie below what never changes, the rest above it."""
    form = StreamForm()
    form.text(b"q\n")
    fills: list[Fill] = [_tint(form, field, height) for field in fields if isinstance(field, Tint)]
    form.text(b"Q\n/%b Do\n" % STILL)
    form.move(0, 0)
    fills += [_marks(form, field, height) for field in fields if isinstance(field, Marks)]
    fills += [_square(form, field, height, squares) for field in fields if isinstance(field, Square)]
    form.text(b"BT\n")
    for field in fields:
        if isinstance(field, Text):
            fills.append(_letters(form, field, height) if field.name in _WRITTEN else _figure(form, field, height))
    form.text(b"ET\n")
    return PageForm(form.words(), tuple(fills))


def _tint(form: StreamForm, field: Tint, height: float) -> TintFill:
    """Draw it after moving the origin (8.3.4)."""
    form.text(b"1 0 0 1 %b cm\n" % form.move(field.x, height - field.y - field.height))
    gap = form.gap(len(colour_words(field.missing)))
    form.text(b"rg 0 0 %b re f\n" % numbers((field.width, field.height)))
    return TintFill(field, gap)


def _marks(form: StreamForm, field: Marks, height: float) -> MarksFill:
    form.text(b"0 g\n")
    places = [(field.x, height - field.y - row * field.pitch, field.width) for row in range(field.bits + 1)]
    form.text(b"%b 1 re f\n" % numbers(places[0]))
    gaps = []
    for place in places[1:]:
        form.text(b"%b " % numbers(place))
        gaps.append(form.gap(1))
        form.text(b" re f\n")
    return MarksFill(field, tuple(gaps))


def _square(form: StreamForm, field: Square, height: float, squares: Squares) -> SquareFill:
    """Draw it as an inline image (8.9.7), a mask in hexadecimal, so that nothing in it looks like its end."""
    module = field.width / squares.side
    matrix = (module * 16 * squares.across, 0, 0, field.width, field.x, height - field.y - field.width)
    form.text(
        b"q 0 g %b cm BI /IM true /W %d /H %d /BPC 1 /D[1 0] /F /AHx ID "
        % (numbers(matrix), 16 * squares.across, squares.side)
    )
    gap = form.gap(len(squares.still), b"0000")
    form.text(b"> EI Q\n")
    return SquareFill(field, squares, gap)


def _letters(form: StreamForm, field: Text, height: float) -> LettersFill:
    room = int(_ROOM * field.width / field.size) + 1
    look = style(LETTERS, field.size, field.fill, field.stroke)
    lines: list[Gap] = []
    shifts: list[Gap] = []
    for line in range(field.lines):
        form.begin(field.x, height - field.y - line * field.leading, look)
        if field.align == "left":
            form.text(b"<")
        else:
            shifts.append(_shift(form))
            form.text(b"<")
        lines.append(form.gap(room))
        form.text(b">Tj\n" if field.align == "left" else b">]TJ\n")
    return LettersFill(field, _thousandths(field), tuple(lines), tuple(shifts))


def _figure(form: StreamForm, field: Text, height: float) -> FigureFill:
    """Draw a figure so that it ends where its box ends, or moved there from in front of it (9.4.3)."""
    cents = field.name not in COUNTS
    used = _used(cents=cents)
    total = int(used[-1]) + figures().widths[","]  # the first three digits have a place for a comma too
    look = style(FIGURES, field.size, field.fill, field.stroke)
    widths = field.width if field.align == "right" else 0
    form.begin(field.x + widths - total * field.size / THOUSAND, height - field.y, look)
    shifts = None if field.align == "right" else _shift(form)
    form.text(b"(")
    gap = form.gap(4 if cents else 3)
    form.text((b"" if cents else b")") + (b"Tj\n" if shifts is None else b"]TJ\n"))
    width = _thousandths(field)
    fitting = int((used <= width).sum()) - 1
    return FigureFill(field, cents, width, used, min(10**fitting - 1, HIGHEST), gap, shifts)


def _shift(form: StreamForm) -> Gap:
    form.text(b"[-")
    return form.gap(2, b"0000")


def _used(*, cents: bool) -> Any:
    """Return how wide figures of 0 to 9 digits are, in thousandths of the size; with their commas, and cents if any."""
    widths = figures().widths
    digits = np.arange(10)
    tail = widths["."] + 2 * widths["0"] if cents else 0
    return digits * widths["0"] + np.maximum(digits - 1, 0) // 3 * widths[","] + tail


def _thousandths(field: Text) -> int:
    return int(field.width / field.size * THOUSAND)
