"""The boxes of a page that are filled, as the designer's template tells them: distances in points from the top left.

A colour is a place in the template's palette.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

Colour = tuple[int, int, int]
"""Red, green, blue, of 255."""
SLACK: Final = {"left": (0, 1), "center": (1, 2), "right": (1, 1)}
"""By alignment, what part of the free width stands before a text, as a fraction."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words or a figure on `lines` baselines, the first at `y`, `leading` apart. `stroke` thickens the strokes."""

    name: str
    x: float
    y: float
    width: float
    size: float
    leading: float
    fill: int
    stroke: float
    align: Literal["left", "center", "right"]
    lines: int


@dataclass(frozen=True, slots=True)
class Tint:
    """A rectangle whose colour tells whether the column has a value."""

    name: str
    x: float
    y: float
    width: float
    height: float
    present: int
    missing: int


@dataclass(frozen=True, slots=True)
class Square:
    """The QR code."""

    name: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Marks:
    """Bars for a folding machine: one always, then one for every bit of the sheet's number, the lowest first."""

    name: str
    x: float
    y: float
    width: float
    pitch: float
    bits: int


Field = Text | Tint | Square | Marks
_KINDS: Mapping[str, type[Field]] = {"text": Text, "tint": Tint, "square": Square, "marks": Marks}
_COLOURS = ("fill", "present", "missing")


def fields_of(told: Iterable[Mapping[str, Any]]) -> tuple[tuple[Field, ...], tuple[Colour, ...]]:
    """Return the boxes a template told of, in reading order: as it lists them; and the palette."""
    palette: dict[Colour, int] = {}
    fields = tuple(_field(dict(each), palette) for each in told)
    return fields, tuple(palette)


def _field(told: dict[str, Any], palette: dict[Colour, int]) -> Field:
    kind = _KINDS[told.pop("kind")]
    for name in filter(told.__contains__, _COLOURS):
        told[name] = palette.setdefault(_colour(told[name]), len(palette))
    return kind(**told)


def _colour(written: str) -> Colour:
    red, green, blue = bytes.fromhex(written.removeprefix("#"))[:3]
    return red, green, blue
