"""Read the rows of a ruled score table under its header."""

from collections.abc import Mapping
from dataclasses import dataclass

from jiping.domain.document import Cell
from jiping.domain.filing import Indicator
from jiping.domain.layout import ColumnRole
from jiping.layouts.header import Header
from jiping.layouts.lookup import Lookup, column_key
from jiping.layouts.numbers import read_number
from jiping.layouts.sheet import Sheet
from jiping.layouts.spacing import bare, label_text, value_text
from jiping.layouts.stream import Row
from jiping.layouts.template import pattern

_LEVELS = (ColumnRole.LEVEL1, ColumnRole.LEVEL2)
_GRADE_LENGTH = 2  # a word so short in the total row can only be a grade


@dataclass
class ScoreRows:
    """Takes rows in order; levels run downwards until another is printed."""

    sheet: Sheet
    lookup: Lookup
    header: Header
    levels: tuple[str | None, str | None] = (None, None)

    def fits(self, row: Row) -> bool:
        """Tell whether a new table goes on with this one, which a page end has cut."""
        return not self.sheet.has_total and max(self.header.columns) < len(row.cells)

    def take(self, row: Row) -> bool:
        """Take an indicator or the total row; what follows the total is not part of the table."""
        if self.sheet.has_total:
            return False
        first = next((cell for cell in row.starts if cell.text.strip()), None)
        cells = self.header.by_role(row)
        if first is not None and column_key(first.text) in self.lookup.total_labels:
            self._take_total(row, cells)
        elif first is not None:
            self._inherit(cells)
            if any(cell.text.strip() for role, cell in cells.items() if role not in _LEVELS):
                self._take_indicator(cells)
        return True

    def _take_indicator(self, cells: Mapping[ColumnRole, Cell]) -> None:
        texts = {role: value_text(cell.text) for role, cell in cells.items()}
        weight, score = cells[ColumnRole.WEIGHT], cells[ColumnRole.SCORE]
        place = next((cell.place for cell in (cells[ColumnRole.LEVEL3], weight, score) if cell.place), None)
        name = texts[ColumnRole.LEVEL3]
        if name is None:
            self.sheet.remark("这一行有内容，但没有三级指标名称。", place)
        self.sheet.rows.append(
            Indicator(
                *self.levels,
                name or "",
                target=texts[ColumnRole.TARGET],
                actual=texts[ColumnRole.ACTUAL],
                weight=self.sheet.figure(weight.text, weight.place),
                score=self.sheet.figure(score.text, score.place),
                reason=texts[ColumnRole.REASON],
                place=place,
            )
        )

    def _inherit(self, cells: Mapping[ColumnRole, Cell]) -> None:
        """Take the row's levels; a blank level is the one above it, level 2 only under the same level 1."""
        level1, level2 = (label_text(cells[role].text) for role in _LEVELS)
        above1, above2 = self.levels
        same = level1 is None or level1 == above1
        self.levels = (level1 or above1, level2 or (above2 if same else None))

    def _take_total(self, row: Row, cells: Mapping[ColumnRole, Cell]) -> None:
        sums = (cells[ColumnRole.WEIGHT], cells[ColumnRole.SCORE])
        self.sheet.add_total(self.sheet.figure(cell.text, cell.place) for cell in sums)
        for cell in row.starts[1:]:
            text = bare(cell.text)
            found = next((each for grade in self.lookup.grades if (each := pattern(grade).fullmatch(text))), None)
            if found or (0 < len(text) <= _GRADE_LENGTH and read_number(text) is None):
                self.sheet.grade = found["grade"] if found else text
