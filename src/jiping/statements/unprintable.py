"""Statements that must not be printed, found before anything is."""

from dataclasses import dataclass
from typing import Any
from unicodedata import category

import numpy as np

from jiping.domain.errors import JipingError, MissingGlyph
from jiping.statements.alphabet import Alphabet
from jiping.statements.columns import COUNTS, TEXTS
from jiping.statements.fields import Field, Text
from jiping.statements.rows import Rows
from jiping.statements.slow_lane import laid, money
from jiping.statements.verification import CLOSING_DIGITS, NUMBER_DIGITS


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A statement that must not be printed: the row, the field, and why, as a sentence for a clerk."""

    row: int
    field: str
    why: str
    character: str = ""

    def error(self, rows: Rows) -> JipingError:
        """Return the error that stops a file this row would be in."""
        number = rows.letters["number"].text(self.row)
        kind = MissingGlyph if self.character else JipingError
        return kind(f"对账单 {number} 不能打印：{self.why}", remedy="请先处理这一份，再打印其余的。")


def unprintable(rows: Rows, fields: tuple[Field, ...], alphabet: Alphabet) -> list[Unprintable]:
    """Return every reason not to print one of the rows, by row."""
    found = [
        *_undrawable(rows, alphabet),
        *_out_of_range(rows),
        *(each for field in fields if isinstance(field, Text) for each in _too_long(rows, field)),
    ]
    return sorted(set(found), key=lambda each: (each.row, each.field))


def _undrawable(rows: Rows, alphabet: Alphabet) -> list[Unprintable]:
    good = alphabet.words != 0
    good[list(alphabet.rare)] = True
    found = []
    for name in TEXTS:
        letters = rows.letters[name]
        for place in np.flatnonzero(~good[letters.points[: letters.starts[-1]]]).tolist():
            row = int(np.searchsorted(letters.starts, place, side="right")) - 1
            character = chr(letters.points[place])
            found.append(Unprintable(row, name, f"“{character}”（U+{ord(character):04X}）{_reason(character)}", character))
    return found


def _reason(character: str) -> str:
    if category(character) == "Co":
        return "是私用区字符，只有原来的系统认得，请改成标准编码。"
    if category(character).startswith("C"):
        return "是看不见的控制字符，请删去。"
    return "没有字形可印。"


def _out_of_range(rows: Rows) -> list[Unprintable]:
    closing = rows.figures["closing"]
    wrong = {"closing": (closing.values < 0) | (closing.values >= 10**CLOSING_DIGITS - 1)}
    wrong |= {name: rows.figures[name].values < 0 for name in COUNTS}
    found = [Unprintable(row, name, "数值为负或者太大。") for name, at in wrong.items() for row in np.flatnonzero(at).tolist()]
    bad_numbers = np.flatnonzero((rows.numbers <= 0) | (rows.numbers >= 10**NUMBER_DIGITS)).tolist()
    return found + [Unprintable(row, "statement_number", f"编号应是不超过 {NUMBER_DIGITS} 位的正数。") for row in bad_numbers]


def _too_long(rows: Rows, field: Text) -> list[Unprintable]:
    """Only texts with more letters than full-width ones have room are laid out to see."""
    if field.name in rows.figures:
        return _too_wide(rows, field)
    letters = rows.letters[field.name]
    room = int(field.width / field.size) * field.lines
    long = np.flatnonzero(np.diff(letters.starts) > room).tolist()
    return [Unprintable(row, field.name, "文字太长，放不下。") for row in long if laid(field, letters.text(row)) is None]


def _too_wide(rows: Rows, field: Text) -> list[Unprintable]:
    values = rows.figures[field.name].values
    if not len(values) or all(laid(field, money(value)) for value in (values.min(), values.max())):
        return []
    wide = [row for row, value in enumerate(values.tolist()) if laid(field, money(value)) is None]
    return [Unprintable(row, field.name, "数字太长，放不下。") for row in wide]
