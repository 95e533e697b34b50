"""Read the total row of a ruled score table, wherever its cells stand: `总分 | 100 | 96 | 优`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.document import Cell
from jiping.domain.layout import ColumnRole
from jiping.domain.place import Place
from jiping.layouts.read.numbers import read_number
from jiping.layouts.read.stream import Row
from jiping.layouts.read.words.lookup import Lookup, column_key
from jiping.layouts.spacing import bare
from jiping.layouts.template import pattern

_GRADE = re.compile(r"[^\W\d]{1,2}")  # a word so short in the total row can only be a grade
_FIGURE = re.compile(r"[：:]?(-?\d+(?:\.\d+)?分?)")


@dataclass(frozen=True, slots=True)
class Total:
    """The sums and the grade a total row states; `places` are those of weight and score, of the row where one is blank."""

    weight: Decimal | None
    score: Decimal | None
    grade: str | None
    places: tuple[Place | None, Place | None] = (None, None)

    def field_of(self, cell: Cell) -> str:
        """Return which of the total's fields a cell of its row holds, `label` when none."""
        number, text = read_number(cell.text), bare(cell.text)
        if number is not None and number == self.score and cell.place is not None and cell.place == self.places[1]:
            return "score"  # of 100 | 100 the column tells which is which
        if number is not None and number == self.weight:
            return "weight"
        if number is not None:
            return "score"
        return "grade" if self.grade and self.grade in text else "label"


def is_total(row: Row, lookup: Lookup) -> bool:
    """Tell whether the first text of a row is a total label, with or without its figure (总分：98)."""
    first = next((cell for cell in row.starts if cell.text.strip()), None)
    return first is not None and _label(first, lookup) is not None


def read_total(row: Row, cells: Mapping[ColumnRole, Cell], lookup: Lookup) -> Total:
    """Return what the row states: figures in the columns of weight and score, else the row's figures in order."""
    filled = [cell for cell in row.starts if cell.text.strip()]
    columns = [cells.get(role) for role in (ColumnRole.WEIGHT, ColumnRole.SCORE)]
    weight, score = (None if cell is None else read_number(cell.text) for cell in columns)
    if weight is None and score is None:
        weight, score = _in_order(_figures(filled, lookup))
        shown = [cell for cell in filled if read_number(cell.text) is not None]
        columns = [None, *shown] if score is not None and weight is None else [*shown]
        columns = [*columns, None, None][:2]
    first = filled[0].place
    places = [first if cell is None or cell.place is None else cell.place for cell in columns]
    return Total(weight, score, _grade(filled[1:], lookup), (places[0], places[1]))


def _label(cell: Cell, lookup: Lookup) -> str | None:
    key = column_key(cell.text)
    if key in lookup.total_labels:
        return key
    text = bare(cell.text)
    found = (label for label in lookup.total_labels if text.startswith(label))
    return next((label for label in found if _FIGURE.fullmatch(text[len(label) :])), None)


def _figures(filled: Sequence[Cell], lookup: Lookup) -> list[Decimal]:
    label = _label(filled[0], lookup) or ""
    texts = [bare(filled[0].text).removeprefix(label).lstrip("：:"), *(cell.text for cell in filled[1:])]
    return [number for text in texts if (number := read_number(text)) is not None]


def _in_order(figures: Sequence[Decimal]) -> tuple[Decimal | None, Decimal | None]:
    """Return weight and score; a figure that stands alone is the score."""
    if len(figures) == 1:
        return None, figures[0]
    return (figures[0], figures[1]) if figures else (None, None)


def _grade(filled: Sequence[Cell], lookup: Lookup) -> str | None:
    grade = None
    for cell in filled:
        text = bare(cell.text)
        found = next((each for template in lookup.grades if (each := pattern(template).fullmatch(text))), None)
        if found or _GRADE.fullmatch(text):
            grade = found["grade"] if found else text
    return grade
