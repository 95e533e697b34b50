"""Join a table with its continuation on the next page."""

import re
from dataclasses import replace

from jiping.domain.document import Cell
from jiping.formats.cells import Position
from jiping.formats.ruled.grid import RuledTable
from jiping.formats.ruled.lines import join
from jiping.formats.ruled.marks import least

_FIGURE = re.compile(r"\s*[-—－\d０-９][\d０-９.．,，%％分]*\s*")
_OPENING, _CLOSING = re.compile("[（(]"), re.compile("[）)]")


def joined(upper: RuledTable, lower: RuledTable) -> RuledTable:
    """Return one table: a repeated heading is dropped, merged cells go on, a row cut by the page end is made whole."""
    skipped = _repeated_rows(upper, lower)
    shift = upper.height - skipped
    cells = dict(upper.cells)
    cut = _is_cut_row(upper, {at[1]: cell for at, cell in lower.cells.items() if at[0] == skipped})
    for (r, c), cell in lower.cells.items():
        if r < skipped:
            continue
        above = _owner(upper, upper.height - 1, c)
        if r == skipped and above is not None and (cut or _goes_on(cells[above], cell)):
            reach = upper.height + cell.rowspan - (1 if cut else 0)
            cells[above] = replace(
                cells[above],
                text=join(cells[above].text, cell.text),
                rowspan=max(1, reach - above[0]),
                confidence=least((cells[above].confidence, cell.confidence)),
            )
        else:
            cells[r + shift - (1 if cut else 0), c] = cell
    full = frozenset((r + shift - (1 if cut else 0), c) for r, c in lower.full if r >= skipped)
    height = upper.height + lower.height - skipped - (1 if cut else 0)
    return RuledTable(cells, upper.edges, height, upper.place, full)


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


def _is_cut_row(upper: RuledTable, first: dict[int, Cell]) -> bool:
    """Tell whether a page's first row is the rest of a row: no figure is in it, and most of it has no text,
    or what has goes on mostly in cells that were full (a number is not broken), beside others that had said all.

    A figure fits on one line, so it is never the rest of another: joining 8 and 2 would make 82.
    """
    single = {c: cell for c, cell in first.items() if cell.rowspan == 1}
    filled = [c for c, cell in single.items() if cell.text]
    if not filled or len(filled) == len(single) or any(_FIGURE.fullmatch(single[c].text) for c in filled):
        return False
    above = {c: _owner(upper, upper.height - 1, c) for c in single}
    is_rest = 2 * sum(above[c] in upper.full for c in filled) >= len(filled)
    had_said = any((at := above[c]) is not None and upper.cells[at].text for c in single if c not in filled)
    return len(filled) < len(single) - len(filled) or (is_rest and had_said)


def _goes_on(above: Cell, cell: Cell) -> bool:
    """Tell whether a merged cell was cut by the page end: nothing is said again, or a bracket is still open."""
    merged = above.colspan == cell.colspan and (above.rowspan > 1 or cell.rowspan > 1)
    return merged and (not cell.text or len(_OPENING.findall(above.text)) > len(_CLOSING.findall(above.text)))


def _owner(table: RuledTable, r: int, c: int) -> Position | None:
    return next(
        ((top, left) for (top, left), cell in table.cells.items() if top <= r < top + cell.rowspan and left == c),
        None,
    )
