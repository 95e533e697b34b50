"""Places for letters and figures in the stream of a page."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from jiping.statements.columns import COUNTS
from jiping.statements.fields import Text
from jiping.statements.figure_fill import HIGHEST, FigureFill
from jiping.statements.figures import figures
from jiping.statements.letters_fill import LettersFill
from jiping.statements.stream_form import Gap, StreamForm, style
from jiping.statements.words import THOUSAND

LETTERS: Final = b"F"
FIGURES: Final = b"D"
RARE: Final = b"R"
"""What the page's resources call the three fonts."""

_ROOM = 1.3  # letters a line has room for, in full widths: Latin ones are narrower


def letters(form: StreamForm, field: Text, height: float) -> LettersFill:
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
class Placed:
    """A figure's places in the form."""

    field: Text
    gap: Gap
    shift: Gap | None

    @property
    def kind(self) -> tuple[bool, bool]:
        """Whether it has cents, and whether it is moved to its place."""
        return self.field.name not in COUNTS, self.shift is not None


def figure(form: StreamForm, field: Text, height: float) -> Placed:
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
    return Placed(field, gap, shifted)


def filled(placed: list[Placed]) -> FigureFill:
    cents, _ = placed[0].kind
    used = _used(cents=cents)
    room = np.array([[_thousandths(each.field)] for each in placed])
    fitting = (used <= room).sum(axis=1, keepdims=True) - 1
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
