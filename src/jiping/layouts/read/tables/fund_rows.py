"""Read the rows of a ruled budget block under its header."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.document import Cell
from jiping.domain.doubt import Confidence, Doubt, Figure
from jiping.domain.filing import FundLine
from jiping.domain.layout import ColumnRole
from jiping.domain.money import Money
from jiping.layouts.read.numbers import in_unit, read_money, read_number, read_unit
from jiping.layouts.read.recognition import Traced
from jiping.layouts.read.sheet import NO_FIGURE, Sheet
from jiping.layouts.read.stream import Row
from jiping.layouts.read.tables.header import Header
from jiping.layouts.read.tables.rates import in_per_cent
from jiping.layouts.read.words.lookup import Lookup, column_key
from jiping.layouts.spacing import value_text

_AMOUNTS = (ColumnRole.INITIAL, ColumnRole.FULL_YEAR, ColumnRole.EXECUTED)
_FIGURES = (*_AMOUNTS, ColumnRole.RATE, ColumnRole.WEIGHT, ColumnRole.SCORE)

Cells = Mapping[ColumnRole, Cell]


@dataclass
class FundRows:
    """Takes rows until one begins something else. `unit` is what amounts are stated in, once that is known."""

    sheet: Sheet
    lookup: Lookup
    header: Header
    unit: str | None = None

    def fits(self, row: Row) -> bool:
        """Tell whether a new table may go on with this one, which a page end has cut."""
        return max(self.header.columns) < len(row.cells)

    def take(self, row: Row) -> bool:
        cells = self.header.by_role(row)
        name = self._name(row)
        if not self._is_funds(row, name, cells):
            return False
        label = name or row.cells[0]
        unit = self._unit_of((*self.header.cells, *row.cells[:1]), label)
        initial, full_year, executed = (self._money(cells[role], unit) for role in _AMOUNTS)
        rate = self._figure(cells[ColumnRole.RATE])
        for role, cell in ((ColumnRole.NAME, label), *((role, cells[role]) for role in _FIGURES)):
            self.sheet.trace(Traced.FUND, role.value, cell.text, cell.place, len(self.sheet.funds))
        self.sheet.funds.append(
            FundLine(
                value_text(name.text if name else column_key(label.text)) or "",
                initial,
                full_year,
                executed,
                rate=in_per_cent(rate, cells[ColumnRole.RATE].text, full_year or initial, executed),
                weight=self._figure(cells[ColumnRole.WEIGHT]),
                score=self._figure(cells[ColumnRole.SCORE]),
                place=label.place,
            )
        )
        return True

    def _name(self, row: Row) -> Cell | None:
        """Return the row's own name: the cell nearest to the figures, but no block label that reaches down."""
        first = min(at for at, role in self.header.columns.items() if role in _FIGURES)
        names = [cell for cell in row.cells[:first] if cell.text.strip() and not self.header.holds(cell)]
        return names[-1] if names else None

    def _is_funds(self, row: Row, name: Cell | None, cells: Cells) -> bool:
        """Tell a line of funds: it has figures, or it has a name of its own and nothing else."""
        if any(_is_figure(cells[role].text) for role in _FIGURES):
            return True
        said = any(cells[role].text.strip(NO_FIGURE) for role in _FIGURES)
        known = (self.lookup.announces(cell.text) or self.lookup.is_group(cell.text) for cell in row.starts)
        return name is not None and not said and not any(known)

    def _unit_of(self, cells: tuple[Cell, ...], name: Cell) -> str:
        """Return the unit of the amounts, as the header, the block's label or a line above it states it."""
        if self.unit is None:
            stated = (unit for cell in cells if (unit := read_unit(cell.text)))
            self.unit = next(stated, self.sheet.money_unit)
        if self.unit is None:
            self.unit = "万元"
            why = "预算资金没有注明金额单位，按万元读取。"
            self.sheet.doubt(Doubt("项目资金", "万元", why, Confidence.MEDIUM, name.place, (Figure.MONEY,)))
        return self.unit

    def _money(self, cell: Cell, unit: str) -> Money | None:
        stated = read_money(cell.text)
        amount = None if stated else self._figure(cell)
        return stated if amount is None else in_unit(amount, unit)

    def _figure(self, cell: Cell) -> Decimal | None:
        return self.sheet.figure(cell.text, cell.place)


def _is_figure(text: str) -> bool:
    return read_number(text) is not None or read_money(text) is not None
