"""Read the rows of a ruled score table under its header."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.document import Cell
from jiping.domain.filing import Indicator, LevelWeight
from jiping.domain.layout import ColumnRole
from jiping.layouts.read.facts.level_weights import bracketed_weight
from jiping.layouts.read.numbers import read_number
from jiping.layouts.read.recognition import Traced
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.stream import Row
from jiping.layouts.read.tables.header import Header
from jiping.layouts.read.tables.target_text import target_text
from jiping.layouts.read.tables.total_row import Total, is_total, read_total
from jiping.layouts.read.words.lookup import Lookup, column_key
from jiping.layouts.spacing import label_text, value_text

_LEVELS = (ColumnRole.LEVEL1, ColumnRole.LEVEL2)
_WEIGHTS = (ColumnRole.LEVEL1_WEIGHT, ColumnRole.LEVEL2_WEIGHT)
_POINTS = (ColumnRole.WEIGHT, ColumnRole.SCORE)
_ASIDE = {*_LEVELS, *_WEIGHTS, ColumnRole.OPERATOR, ColumnRole.MEASURE}


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

    def end_beyond(self, row: Row) -> bool:
        """Take a total row that a page end has parted from the columns of its table; False when it is none."""
        ends = not self.sheet.has_total and is_total(row, self.lookup)
        if ends:
            self._end(row, read_total(row, {}, self.lookup))
        return ends

    def _end(self, row: Row, total: Total) -> None:
        for cell in row.starts:
            self.sheet.trace(Traced.TOTAL, total.field_of(cell), cell.text, cell.place)
        self.sheet.add_total((total.weight, total.score), total.places)
        self.sheet.grade = total.grade

    def take(self, row: Row) -> bool:
        """Take an indicator or the total row; what follows the total is not part of the table."""
        if self.sheet.has_total:
            return False
        first = next((cell for cell in row.starts if cell.text.strip()), None)
        if first is None:
            return True
        cells = self.header.by_role(row)
        if is_total(row, self.lookup):
            self._end(row, read_total(row, cells, self.lookup))
        elif column_key(first.text) in self.lookup.subtotal_labels:
            return True
        elif self._ends_before(row, first, cells):
            return False
        else:
            self._take_levels(cells)
            if any(cell.text.strip() for role, cell in cells.items() if role not in _ASIDE):
                self._take_indicator(row, cells)
        return True

    def _ends_before(self, row: Row, first: Cell, cells: Mapping[ColumnRole, Cell]) -> bool:
        """Tell whether a row begins something else (存在问题 | 无), where no total row ends the table."""
        if cells[ColumnRole.LEVEL3].text and cells[ColumnRole.LEVEL3] is cells[ColumnRole.ACTUAL]:
            return True
        points = any(read_number(cells[role].text) is not None for role in _POINTS)
        return first is row.cells[0] and not points and self.lookup.announces(first.text)

    def _take_indicator(self, row: Row, cells: Mapping[ColumnRole, Cell]) -> None:
        texts = {role: value_text(cell.text) for role, cell in cells.items()}
        weight, score = (cells[role] if _starts(cells[role], row) else Cell("") for role in _POINTS)
        place = next((cell.place for cell in (cells[ColumnRole.LEVEL3], weight, score) if cell.place), None)
        for role, cell in cells.items():
            if role not in _POINTS or _starts(cell, row):
                self.sheet.trace(Traced.ROW, role.value, cell.text, cell.place, len(self.sheet.rows))
        name = texts[ColumnRole.LEVEL3]
        if name is None:
            self.sheet.remark("这一行有内容，但没有三级指标名称。", place)
        self.sheet.rows.append(
            Indicator(
                *self.levels,
                name or "",
                target=target_text(cells),
                actual=texts[ColumnRole.ACTUAL],
                weight=self._weight(weight, name),
                score=self.sheet.figure(score.text, score.place),
                reason=texts[ColumnRole.REASON],
                place=place,
            )
        )

    def _weight(self, cell: Cell, name: str | None) -> Decimal | None:
        """Return the weight in its column, or behind the name (预算执行率（5分）) where the table has no such column."""
        if ColumnRole.WEIGHT in self.header.columns.values():
            return self.sheet.figure(cell.text, cell.place)
        return bracketed_weight(name)

    def _take_levels(self, cells: Mapping[ColumnRole, Cell]) -> None:
        """Inherit levels: a blank level is the one above it, level 2 only under the same level 1."""
        level1, level2 = (label_text(cells[role].text) for role in _LEVELS)
        above1, above2 = self.levels
        same = level1 is None or level1 == above1
        self.levels = (level1 or above1, level2 or (above2 if same else None))
        for role, level in zip(_WEIGHTS, ((self.levels[0], None), self.levels), strict=True):
            weight = read_number(cells[role].text)
            if weight is not None and level not in self.sheet.level_weights:
                self.sheet.level_weights[level] = LevelWeight(*level, weight, cells[role].place)


def _starts(cell: Cell, row: Row) -> bool:
    """Tell whether a cell is not one that reaches down from the row above, where its points have been counted."""
    return cell.rowspan == 1 or any(cell is each for each in row.starts)
