"""Join a table with its continuation on the next page."""

import re
from dataclasses import replace

from jiping.domain.document import Cell
from jiping.formats.cells import Position
from jiping.formats.ruled.grid import RuledTable
from jiping.formats.ruled.lines import join

_FIGURE = re.compile(r"\s*[-—－\d０-９][\d０-９.．,，%％分]*\s*")


def joined(upper: RuledTable, lower: RuledTable) -> RuledTable:
    """Return one table: a repeated heading is dropped, merged cells go on, a row cut by the page end is made whole."""
    skipped = _repeated_rows(upper, lower)
    shift = upper.height - skipped
    cells = dict(upper.cells)
    first = {at[1]: (at, cell) for at, cell in lower.cells.items() if at[0] == skipped}
    cut = _is_cut_row(first)
    for (r, c), cell in lower.cells.items():
        if r < skipped:
            continue
        above = _owner(upper, upper.height - 1, c)
        if r == skipped and above is not None and (cut or _goes_on(cells[above], cell)):
            reach = upper.height + cell.rowspan - (1 if cut else 0)
            cells[above] = replace(
                cells[above], text=join(cells[above].text, cell.text), rowspan=max(1, reach - above[0])
            )
        else:
            cells[r + shift - (1 if cut else 0), c] = cell
    return RuledTable(cells, upper.edges, upper.height + lower.height - skipped - (1 if cut else 0), upper.place)


def _repeated_rows(upper: RuledTable, lower: RuledTable) -> int:
    """Return how many of the first rows say the same in both, up to the last row that starts no merged cell."""
    same = 0
    for r in range(min(upper.height, lower.height)):
        if _row(upper, r) != _row(lower, r):
            break
        same = r + 1
    while same and any(at[0] < same < at[0] + cell.rowspan for at, cell in lower.cells.items()):
        same -= 1
    return same if any(cell.text for at, cell in lower.cells.items() if at[0] < same) else 0


def _row(table: RuledTable, r: int) -> list[tuple[int, str, int, int]]:
    return sorted((c, cell.text, cell.rowspan, cell.colspan) for (row, c), cell in table.cells.items() if row == r)


def _is_cut_row(first: dict[int, tuple[Position, Cell]]) -> bool:
    """Tell whether a page's first row is the rest of a row: some of it has text, most of it has none, no figure is in it.

    A figure fits on one line, so it is never the rest of another: joining 8 and 2 would make 82.
    """
    single = [cell for _, cell in first.values() if cell.rowspan == 1]
    filled = [cell for cell in single if cell.text]
    return 0 < len(filled) < len(single) - len(filled) and not any(_FIGURE.fullmatch(cell.text) for cell in filled)


def _goes_on(above: Cell, cell: Cell) -> bool:
    return not cell.text and above.colspan == cell.colspan and (above.rowspan > 1 or cell.rowspan > 1)


def _owner(table: RuledTable, r: int, c: int) -> Position | None:
    return next(
        ((top, left) for (top, left), cell in table.cells.items() if top <= r < top + cell.rowspan and left == c),
        None,
    )
