"""The page of a template as a stream of fixed length, and how each field fills its places in it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from jiping.statements.columns import COUNTS, TEXTS
from jiping.statements.fields import Marks, Square, Text, Tint
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
from jiping.statements.template import Template
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
def page_form(template: Template, height: float, squares: Squares) -> PageForm:
    """Lay out the fields of a template on a page of this height in points. Tints lie below what never changes, the rest above it."""
    form = StreamForm()
    fields = template.fields
    fills: list[Fill] = [_tints(form, [field for field in fields if isinstance(field, Tint)], height)]
    form.text(b"/%b Do\n" % STILL)
    fills += [_marks(form, field, height) for field in fields if isinstance(field, Marks)]
    fills += [_square(form, field, height, squares) for field in fields if isinstance(field, Square)]
    form.text(b"BT\n")
    placed: list[_Placed] = []
    for field in fields:
        if isinstance(field, Text) and field.name in _WRITTEN:
            fills.append(_letters(form, field, height))
        elif isinstance(field, Text):
            placed.append(_figure(form, field, height))
    form.text(b"ET\n")
    kinds = sorted({each.kind for each in placed})
    fills += [_figures([each for each in placed if each.kind == kind]) for kind in kinds]
    return PageForm(form.words(), tuple(fills))


def _tints(form: StreamForm, fields: list[Tint], height: float) -> TintFill:
    """Draw each after moving the origin (8.3.4)."""
    form.text(b"q\n")
    gaps = []
    for field in fields:
        form.text(b"1 0 0 1 %b cm\n" % form.move(field.x, height - field.y - field.height))
        gaps.append(form.gap(len(colour_words(field.missing))))
        form.text(b"rg 0 0 %b re f\n" % numbers((field.width, field.height)))
    form.text(b"Q\n")
    form.move(0, 0)
    colours = [(colour_words(field.missing), colour_words(field.present)) for field in fields]
    return TintFill(tuple(fields), np.array(colours), tuple(gaps))


def _marks(form: StreamForm, field: Marks, height: float) -> MarksFill:
    form.text(b"0 g q\n")
    gaps = []
    for row in range(field.bits + 1):
        form.text(
            b"1 0 0 1 %b cm 0 0 %b "
            % (form.move(field.x, height - field.y - row * field.pitch), numbers([field.width]))
        )
        gaps.append(form.gap(1, b"1   "))
        form.text(b"re f\n")
    form.text(b"Q\n")
    form.move(0, 0)
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
        b"q %b cm BI /IM true /W %d /H %d /BPC 1 /D[1 0] /F /AHx ID "
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


@dataclass(frozen=True, slots=True)
class _Placed:
    """A figure's places in the form."""

    field: Text
    gap: Gap
    shift: Gap | None

    @property
    def kind(self) -> tuple[bool, bool]:
        """Whether it has cents, and whether it is moved to its place."""
        return self.field.name not in COUNTS, self.shift is not None


def _figure(form: StreamForm, field: Text, height: float) -> _Placed:
    """Draw a figure so that it ends where its box ends, or moved there from in front of it (9.4.3)."""
    cents = field.name not in COUNTS
    total = int(_used(cents=cents)[-1]) + figures().widths[","]  # the first three digits have a place for a comma too
    right = field.width if field.align == "right" else 0
    look = style(FIGURES, field.size, field.fill, field.stroke)
    form.begin(field.x + right - total * field.size / THOUSAND, height - field.y, look)
    shifted = None if field.align == "right" else _shift(form)
    form.text(b"(")
    gap = form.gap(4 if cents else 3)
    form.text((b"" if cents else b")") + (b"Tj\n" if shifted is None else b"]TJ\n"))
    return _Placed(field, gap, shifted)


def _figures(placed: list[_Placed]) -> FigureFill:
    cents, _ = placed[0].kind
    used = _used(cents=cents)
    room = np.array([_thousandths(each.field) for each in placed])
    fitting = (used[None] <= room[:, None]).sum(axis=1) - 1
    return FigureFill(
        tuple(each.field for each in placed),
        cents,
        used,
        room,
        np.minimum(10**fitting - 1, HIGHEST),
        tuple(each.gap for each in placed),
        tuple(each.shift for each in placed if each.shift is not None),
    )


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
