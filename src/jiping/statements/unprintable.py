"""Statements that must not be printed, found before anything is."""

from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import category

import numpy as np

from jiping.domain.errors import JipingError, MissingGlyph
from jiping.statements.columns import COUNTS, TEXTS
from jiping.statements.fields import Text
from jiping.statements.figure_fill import FigureFill
from jiping.statements.fills import Fill
from jiping.statements.letters_fill import LettersFill
from jiping.statements.rows import Rows
from jiping.statements.slow_lane import laid, money
from jiping.statements.verification import CLOSING_DIGITS, NUMBER_DIGITS

_FILLED = 0.8  # of the lines of a box are filled at least, wherever the breaks fall


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A statement that must not be printed: the row of the rows looked at, the field, and why, as a sentence for a clerk."""

    row: int
    field: str
    why: str
    character: str = ""

    def error(self, rows: Rows) -> JipingError:
        """Return the error that stops a file this row would be in."""
        number = rows.letters["number"].text(self.row)
        kind = MissingGlyph if self.character else JipingError
        return kind(f"对账单 {number} 不能打印：{self.why}", remedy="请先处理这一份，再打印其余的。")


def unprintable(rows: Rows, fills: Iterable[Fill]) -> list[Unprintable]:
    """Return every reason not to print one of the rows, by row."""
    found = [
        *_undrawable(rows),
        *_out_of_range(rows),
        *(
            each
            for fill in fills
            if isinstance(fill, LettersFill) and fill.field.name in rows.letters
            for each in _too_long(rows, fill.field)
        ),
        *(each for fill in fills if isinstance(fill, FigureFill) for each in _too_wide(rows, fill)),
    ]
    return sorted(set(found), key=lambda each: (each.row, each.field))


def _undrawable(rows: Rows) -> list[Unprintable]:
    found = []
    for name in TEXTS:
        letters = rows.letters[name]
        first, last = letters.starts[0], letters.starts[-1]
        for place in (first + np.flatnonzero(rows.alphabet.words[letters.points[first:last]] == 0)).tolist():
            character = chr(letters.points[place])
            if rows.alphabet.can_draw(character):
                continue
            row = int(np.searchsorted(letters.starts, place, side="right")) - 1
            found.append(
                Unprintable(row, name, f"“{character}”（U+{ord(character):04X}）{_reason(character)}", character)
            )
    return found


def _reason(character: str) -> str:
    if category(character) == "Co":
        return "是私用区字符，只有原来的系统认得，请改成标准编码。"
    if category(character) in {"Cc", "Cf"}:
        return "是看不见的控制字符，请删去。"
    return "没有字形可印。"


def _out_of_range(rows: Rows) -> list[Unprintable]:
    closing = rows.figures["closing"]
    wrong = {"closing": (closing.values < 0) | (closing.values >= 10**CLOSING_DIGITS - 1)}
    wrong |= {name: rows.figures[name].values < 0 for name in COUNTS}
    found = [
        Unprintable(row, name, "数值为负或者太大。")
        for name, at in wrong.items()
        for row in np.flatnonzero(at).tolist()
    ]
    bad_numbers = np.flatnonzero((rows.numbers <= 0) | (rows.numbers >= 10**NUMBER_DIGITS)).tolist()
    return found + [
        Unprintable(row, "statement_number", f"编号应是不超过 {NUMBER_DIGITS} 位的正数。") for row in bad_numbers
    ]


def _too_long(rows: Rows, field: Text) -> list[Unprintable]:
    """Only texts as wide as most of the box are laid out to see."""
    letters = rows.letters[field.name]
    first, last = letters.starts[0], letters.starts[-1]
    widths = np.concatenate([[0], np.cumsum(rows.alphabet.advances[letters.points[first:last]])])
    taken = np.diff(widths[letters.starts - first])
    most = field.width / field.size * 1000 * (field.lines if field.lines == 1 else field.lines * _FILLED)
    wide = np.flatnonzero(taken > most).tolist()
    return [
        Unprintable(row, field.name, "文字太长，放不下。")
        for row in wide
        if laid(field, letters.text(row), rows.alphabet) is None
    ]


def _too_wide(rows: Rows, fill: FigureFill) -> list[Unprintable]:
    return [
        Unprintable(row, field.name, "数字太长，放不下。")
        for row, field in fill.misfits(rows)
        if laid(field, money(int(rows.figures[field.name].values[row])), rows.alphabet) is None
    ]
