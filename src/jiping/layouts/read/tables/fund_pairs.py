"""A budget set as pairs in a row: 年初预算数（万元） | 100 | 全年执行数（万元） | 98 | 执行率 | 98%."""

from collections.abc import Mapping
from itertools import pairwise, takewhile

from jiping.domain.document import Cell
from jiping.domain.layout import ColumnRole
from jiping.layouts.read.numbers import read_money, read_number, read_unit
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.stream import Row
from jiping.layouts.read.tables.fund_rows import FundRows
from jiping.layouts.read.tables.header import Header
from jiping.layouts.read.words.lookup import Lookup, column_key

_BLANK = Cell("")
_AMOUNTS = {ColumnRole.INITIAL, ColumnRole.FULL_YEAR, ColumnRole.EXECUTED}


def take_fund_pairs(row: Row, sheet: Sheet, lookup: Lookup) -> bool:
    """Take the row as one line of funds, named by what stands before the pairs; False when it holds no amount."""
    headings = _headings(row, lookup)
    if not _AMOUNTS & {role for role, _ in headings.values()}:
        return False
    columns = {at: role for at, (role, _) in headings.items()}
    cells = tuple(cell for _, cell in headings.values())
    before = takewhile(lambda cell: cell is not cells[0], row.cells)
    name = next((cell for cell in reversed([*before]) if cell.text.strip()), None)
    values = tuple(cell if at in columns or cell is name else _BLANK for at, cell in enumerate(row.cells))
    unit = next((unit for cell in row.starts if (unit := read_unit(cell.text))), None)
    return FundRows(sheet, lookup, Header(columns, cells, row.cells), unit).take(Row(values, values, row.table))


def _headings(row: Row, lookup: Lookup) -> Mapping[int, tuple[ColumnRole, Cell]]:
    """Return, by the column of a figure, what the heading before it says the figure is."""
    at = {id(cell): column for column, cell in reversed([*enumerate(row.cells)])}
    found: dict[int, tuple[ColumnRole, Cell]] = {}
    for heading, value in pairwise(cell for cell in row.starts if cell.text.strip()):
        role = lookup.funds.known.get(column_key(heading.text))
        if role is not None and (read_number(value.text) is not None or read_money(value.text) is not None):
            found[at[id(value)]] = (role, heading)
    return found
