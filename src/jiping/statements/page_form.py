"""The page of a template as a stream of fixed length, and how each field fills its places in it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np

from jiping.statements.columns import TEXTS
from jiping.statements.fields import Marks, Square, Text, Tint
from jiping.statements.fills import Fill, MarksFill, SquareFill, TintFill, colour_word
from jiping.statements.pdf_objects import numbers
from jiping.statements.square import Squares
from jiping.statements.stream_form import StreamForm
from jiping.statements.template import Template
from jiping.statements.text_places import Placed, figure, filled, letters

STILL: Final = b"T"
PALETTE: Final = b"C"
"""What the page's resources call the form with everything that never changes, and the colours of the fields."""

_WRITTEN = {*TEXTS, "number", "code", "sheet"}


@dataclass(frozen=True, slots=True)
class PageForm:
    """`words` uint32 (m) of one page with every place blank, and the fills of its fields."""

    words: Any
    fills: tuple[Fill, ...]


@lru_cache(maxsize=8)
def page_form(template: Template, height: float, squares: Squares) -> PageForm:
    """Lay out the fields of a template on a page of this height in points. Tints lie below what never changes, the rest above it."""
    form = StreamForm()
    fields = template.fields
    fills: list[Fill] = [_tints(form, [field for field in fields if isinstance(field, Tint)], height)]
    form.text(b"/%b Do\n" % STILL)
    fills += [_marks(form, field, height) for field in fields if isinstance(field, Marks)]
    fills += [_square(form, field, height, squares) for field in fields if isinstance(field, Square)]
    form.text(b"/%b cs/%b CS BT\n" % (PALETTE, PALETTE))
    placed: list[Placed] = []
    for field in fields:
        if isinstance(field, Text) and field.name in _WRITTEN:
            fills.append(letters(form, field, height))
        elif isinstance(field, Text):
            placed.append(figure(form, field, height))
    form.text(b"ET\n")
    kinds = sorted({each.kind for each in placed})
    fills += [filled([each for each in placed if each.kind == kind]) for kind in kinds]
    return PageForm(form.words(), tuple(fills))


def _tints(form: StreamForm, fields: list[Tint], height: float) -> TintFill:
    """Draw each after moving the origin (8.3.4)."""
    form.text(b"q/%b cs\n" % PALETTE)
    gaps = []
    for field in fields:
        form.text(b"1 0 0 1 %b cm\n" % form.move(field.x, height - field.y - field.height))
        gaps.append(form.gap(1))
        form.text(b" 0 0 %b re f\n" % numbers((field.width, field.height)))
    form.text(b"Q\n")
    form.move(0, 0)
    colours = [(colour_word(field.missing), colour_word(field.present)) for field in fields]
    return TintFill(tuple(fields), np.array(colours), tuple(gaps))


def _marks(form: StreamForm, field: Marks, height: float) -> MarksFill:
    form.text(b"0 g\n")
    gaps = []
    for row in range(field.bits + 1):
        bar = field.x, height - field.y - row * field.pitch, field.width, 1
        form.text(b"%b re " % numbers(round(side, 1) for side in bar))
        gaps.append(form.gap(1, b"f\n\0\0"))
    return MarksFill(field, tuple(gaps[1:]))


def _square(form: StreamForm, field: Square, height: float, squares: Squares) -> SquareFill:
    """Draw it as an inline image (8.9.7), a mask in hexadecimal, so that nothing in it looks like its end."""
    module = field.width / squares.side
    matrix = (
        round(module * 16 * squares.across, 2),
        0,
        0,
        field.width,
        round(field.x, 1),
        round(height - field.y - field.width, 1),
    )
    form.text(
        b"q %b cm BI/IM true/W %d/H %d/BPC 1/D[1 0]/F/AHx ID " % (numbers(matrix), 16 * squares.across, squares.side)
    )
    gap = form.gap(len(squares.still), b"0000")
    form.text(b">EI Q\n")
    return SquareFill(field, squares, gap)
