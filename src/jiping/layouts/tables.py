"""Read ruled tables: the score table, the budget block and sections set side by side."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto

from jiping.domain.document import Cell
from jiping.domain.filing import FundLine, Indicator, Section, SectionName
from jiping.domain.layout import ColumnRole
from jiping.domain.money import Money
from jiping.layouts.header import Columns, fund_columns, score_columns, unknown_headings
from jiping.layouts.lookup import Lookup, column_key
from jiping.layouts.numbers import in_unit, read_number
from jiping.layouts.sheet import Sheet
from jiping.layouts.spacing import bare, label_text, value_text
from jiping.layouts.stream import Row
from jiping.layouts.template import pattern

_UNIT = re.compile(r"[（(](亿元|万元|元)[）)]")
_GRADE_LENGTH = 2  # a bare word in the total row that can only be a grade


class Mode(Enum):
    """What the rows at hand belong to."""

    NOTHING = auto()
    SCORES = auto()
    FUNDS = auto()
    SIDES = auto()


@dataclass
class TableReader:
    """Reads the table rows of one sheet in order; remembers the header, and the levels that run downwards."""

    sheet: Sheet
    lookup: Lookup
    mode: Mode = Mode.NOTHING
    table: int | None = None
    columns: Columns = field(default_factory=dict)
    header: list[Cell] = field(default_factory=list)
    sides: dict[int, tuple[SectionName, str]] = field(default_factory=dict)
    levels: tuple[str | None, str | None] = (None, None)
    after_header: bool = False

    def read(self, row: Row) -> bool:
        """Take the row if it belongs to one of the tables; False leaves it to be read as text."""
        if row.table != self.table:
            self._enter(row)
        if self._take_header(row):
            return True
        self.after_header = False
        match self.mode:
            case Mode.SCORES:
                self._take_score_row(row)
            case Mode.FUNDS:
                return self._take_fund_row(row)
            case Mode.SIDES:
                self._take_sides(row)
            case Mode.NOTHING:
                return False
        return True

    def _enter(self, row: Row) -> None:
        """Begin a table; one of the same shape continues a score table that a page end has cut."""
        self.table = row.table
        if self.mode is not Mode.SCORES or self.sheet.has_total or max(self.columns) >= len(row.cells):
            self.mode = Mode.NOTHING

    def _take_header(self, row: Row) -> bool:
        for mode, columns in (
            (Mode.SCORES, score_columns(row, self.lookup)),
            (Mode.FUNDS, fund_columns(row, self.lookup)),
        ):
            if columns:
                joined = self.after_header and self.mode is mode
                self.columns = {**self.columns, **columns} if joined else columns
                self.header = [*self.header, *row.starts] if joined else list(row.starts)
                self.mode, self.after_header = mode, True
                if mode is Mode.SCORES:
                    self._remark_unknown(row)
                return True
        return self._take_side_header(row)

    def _remark_unknown(self, row: Row) -> None:
        for heading in unknown_headings(row, self.lookup):
            self.sheet.remark(f"不认识“{bare(heading)}”一栏，未读取。", row.starts[0].place)

    def _take_side_header(self, row: Row) -> bool:
        found = {at: self.lookup.side_headings.get(bare(cell.text)) for at, cell in enumerate(row.cells)}
        sides = {at: (name, bare(row.cells[at].text)) for at, name in found.items() if name is not None}
        if not sides:
            return False
        self.mode, self.sides = Mode.SIDES, sides
        return True

    def _take_sides(self, row: Row) -> None:
        self.mode = Mode.NOTHING
        for at, (name, heading) in self.sides.items():
            text = "\n".join(filter(str.strip, row.cells[at].text.split("\n"))) if at < len(row.cells) else ""
            if text:
                self.sheet.sections.setdefault(name, Section(heading, text, place=row.cells[at].place))

    def _texts(self, row: Row) -> dict[ColumnRole, Cell]:
        """Return the cell of every role; of several columns with one role the last that says something."""
        found: dict[ColumnRole, Cell] = {}
        for at, role in self.columns.items():
            if at < len(row.cells) and (role not in found or row.cells[at].text.strip()):
                found[role] = row.cells[at]
        return found

    def _take_score_row(self, row: Row) -> None:
        if self.sheet.has_total:
            return
        first = next((cell for cell in row.starts if cell.text.strip()), None)
        if first is None:
            return
        if column_key(first.text) in self.lookup.total_labels:
            self._take_total(row)
            return
        cells = self._texts(row)
        self._inherit(cells)
        texts = {role: value_text(cell.text) for role, cell in cells.items()}
        if not any(text for role, text in texts.items() if role not in (ColumnRole.LEVEL1, ColumnRole.LEVEL2)):
            return
        place = cells[ColumnRole.LEVEL3].place if ColumnRole.LEVEL3 in cells else first.place
        if not texts.get(ColumnRole.LEVEL3):
            self.sheet.remark("这一行有内容，但没有三级指标名称。", place)
        self.sheet.rows.append(
            Indicator(
                *self.levels,
                texts.get(ColumnRole.LEVEL3) or "",
                target=texts.get(ColumnRole.TARGET),
                actual=texts.get(ColumnRole.ACTUAL),
                weight=self._number(cells.get(ColumnRole.WEIGHT)),
                score=self._number(cells.get(ColumnRole.SCORE)),
                reason=texts.get(ColumnRole.REASON),
                place=place,
            )
        )

    def _inherit(self, cells: dict[ColumnRole, Cell]) -> None:
        """Take the row's levels; a blank level is the one above it, within the same level 1."""
        level1, level2 = (
            label_text(cells[role].text) if role in cells else None for role in (ColumnRole.LEVEL1, ColumnRole.LEVEL2)
        )
        above1, above2 = self.levels
        same = level1 is None or level1 == above1
        self.levels = (level1 or above1, level2 or (above2 if same else None))

    def _take_total(self, row: Row) -> None:
        cells = self._texts(row)
        self.sheet.add_total(self._number(cells.get(role)) for role in (ColumnRole.WEIGHT, ColumnRole.SCORE))
        for cell in row.starts[1:]:
            text = bare(cell.text)
            found = next((each for grade in self.lookup.grades if (each := pattern(grade).fullmatch(text))), None)
            if found or (0 < len(text) <= _GRADE_LENGTH and read_number(text) is None):
                self.sheet.grade = found["grade"] if found else text

    def _number(self, cell: Cell | None) -> Decimal | None:
        """Return the figure a cell shows; anything else that stands there becomes a remark."""
        if cell is None or not cell.text.strip():
            return None
        number = read_number(cell.text)
        if number is None:
            self.sheet.remark(f"“{cell.text.strip()}”不是数，未读取。", cell.place)
        return number

    def _take_fund_row(self, row: Row) -> bool:
        cells = self._texts(row)
        names = [row.cells[at] for at, role in self.columns.items() if role is ColumnRole.NAME and at < len(row.cells)]
        name = [text for cell in names if cell not in self.header and (text := value_text(cell.text))]
        if not name or bare(name[-1]) in self.lookup.labels:
            self.mode = Mode.NOTHING
            return False
        unit = next((found[1] for cell in self.header if (found := _UNIT.search(cell.text))), None)
        if unit is None and not self.sheet.funds:
            self.sheet.remark("预算资金没有注明金额单位，按万元读取。", row.starts[0].place)
        self.sheet.funds.append(
            FundLine(
                name[-1],
                initial=self._money(cells.get(ColumnRole.INITIAL), unit),
                full_year=self._money(cells.get(ColumnRole.FULL_YEAR), unit),
                executed=self._money(cells.get(ColumnRole.EXECUTED), unit),
                rate=self._number(cells.get(ColumnRole.RATE)),
                weight=self._number(cells.get(ColumnRole.WEIGHT)),
                score=self._number(cells.get(ColumnRole.SCORE)),
                place=names[-1].place,
            )
        )
        return True

    def _money(self, cell: Cell | None, unit: str | None) -> Money | None:
        amount = self._number(cell)
        return None if amount is None else in_unit(amount, unit or "万元")
