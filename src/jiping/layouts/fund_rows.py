"""Read the rows of a ruled budget block under its header."""

import re
from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.document import Cell
from jiping.domain.filing import FundLine
from jiping.domain.layout import ColumnRole
from jiping.domain.money import Money
from jiping.layouts.header import Header
from jiping.layouts.lookup import Lookup
from jiping.layouts.numbers import in_unit
from jiping.layouts.sheet import Sheet
from jiping.layouts.spacing import bare, value_text
from jiping.layouts.stream import Row

_UNIT = re.compile(r"[（(](亿元|万元|元)[）)]")


@dataclass
class FundRows:
    """Takes rows until one has no name of its own or begins something else."""

    sheet: Sheet
    lookup: Lookup
    header: Header

    def take(self, row: Row) -> bool:
        name = self._name(row)
        if name is None or bare(name.text) in self.lookup.labels:
            return False
        cells = self.header.by_role(row)
        unit = self._unit(name)
        line = FundLine(
            value_text(name.text) or "",
            initial=self._money(cells[ColumnRole.INITIAL], unit),
            full_year=self._money(cells[ColumnRole.FULL_YEAR], unit),
            executed=self._money(cells[ColumnRole.EXECUTED], unit),
            rate=self._figure(cells[ColumnRole.RATE]),
            weight=self._figure(cells[ColumnRole.WEIGHT]),
            score=self._figure(cells[ColumnRole.SCORE]),
            place=name.place,
        )
        self.sheet.funds.append(line)
        return True

    def _name(self, row: Row) -> Cell | None:
        """Return the row's own name: the last one where a block label stands to its left."""
        names = [cell for role, cell in self.header.cells_of(row) if role is ColumnRole.NAME and cell.text.strip()]
        return next((cell for cell in reversed(names) if cell not in self.header.cells), None)

    def _unit(self, name: Cell) -> str:
        found = next((unit for cell in self.header.cells if (unit := _UNIT.search(cell.text))), None)
        if found is None and not self.sheet.funds:
            self.sheet.remark("预算资金没有注明金额单位，按万元读取。", name.place)
        return found[1] if found else "万元"

    def _money(self, cell: Cell, unit: str) -> Money | None:
        amount = self._figure(cell)
        return None if amount is None else in_unit(amount, unit)

    def _figure(self, cell: Cell) -> Decimal | None:
        return self.sheet.figure(cell.text, cell.place)
