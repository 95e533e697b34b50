"""Rows of a sheet as paragraphs and tables."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from jiping.domain.document import Align, Block, Cell, Para, Style, Table
from jiping.domain.place import Place
from jiping.formats.cells import Position, table_of, without_idle_columns
from jiping.formats.xlsx.geometry import TALLEST_ROW_PT
from jiping.formats.xlsx.numbers import shown

Span = tuple[int, int]
"""Rows and columns a cell covers."""

SheetRow = tuple[SheetCell | MergedCell, ...]
Ruled = Callable[[SheetCell | MergedCell], bool]


@dataclass
class Row:
    """One row with something on it: `number` counts from 1, texts are keyed by column from 1, `last` is its
    last column with a text or a border, `full` tells that it is as high as a row can be.
    """

    number: int
    full: bool
    texts: dict[int, str] = field(default_factory=dict)
    bordered: bool = False
    last: int = 0


def blocks_of(sheet: Worksheet, place: Place) -> tuple[Block, ...]:
    """Return what the sheet shows, from top to bottom; empty rows part blocks and are dropped."""
    spans, covered = _merges(sheet)
    ruled_style = _has_side_border()
    rows = [_row(sheet, cells, spans, covered, ruled_style) for cells in sheet.iter_rows()]
    ruled = any(row.bordered for row in rows) or sheet.sheet_view.showGridLines is False
    blocks: list[Block] = []
    for tabular, run in groupby(_tall(rows, spans), key=lambda row: _is_tabular(row, ruled=ruled)):
        found = list(run)
        if tabular and (ruled or len(found) > 1):
            blocks.append(_table(found, spans, covered, replace(place, table=_count(blocks) + 1)))
        else:
            blocks += _paragraphs(found, place)
    return tuple(blocks)


def _tall(rows: list[Row], spans: dict[Position, Span]) -> list[Row]:
    """Mark rows a bordered cell reaches down to, so that a blank row inside a merged cell does not cut the table."""
    reaches: defaultdict[int, int] = defaultdict(int)
    for (r, _), (height, _) in spans.items():
        reaches[r] = max(reaches[r], r + height - 1)
    reach = 0
    for row in rows:
        if row.bordered:
            reach = max(reach, reaches[row.number])
        row.bordered = row.bordered or row.number <= reach
    return rows


def _is_tabular(row: Row, *, ruled: bool) -> bool:
    return row.bordered if ruled else len(row.texts) > 1


def _merges(sheet: Worksheet) -> tuple[dict[Position, Span], set[Position]]:
    spans: dict[Position, Span] = {}
    covered: set[Position] = set()
    for area in sheet.merged_cells.ranges:
        spans[area.min_row, area.min_col] = (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
        covered.update(
            (r, c) for r in range(area.min_row, area.max_row + 1) for c in range(area.min_col, area.max_col + 1)
        )
        covered.discard((area.min_row, area.min_col))
    return spans, covered


def _row(sheet: Worksheet, cells: SheetRow, spans: dict[Position, Span], covered: set[Position], ruled: Ruled) -> Row:
    number = cells[0].row or 1
    row = Row(number, full=sheet.row_dimensions[number].height == TALLEST_ROW_PT)
    for column, cell in enumerate(cells, start=1):
        if (number, column) not in covered and (text := _text(cell)).strip():
            row.texts[column] = text
            row.last = max(row.last, column + spans.get((number, column), (1, 1))[1] - 1)
        if cell.has_style and ruled(cell):
            row.bordered = True
            row.last = max(row.last, column)
    return row


def _has_side_border() -> Ruled:
    """Return a test for a left or right border, remembered by style: a sheet has few styles and many cells."""
    known: dict[int, bool] = {}

    def ruled(cell: SheetCell | MergedCell) -> bool:
        if cell.style_id not in known:
            known[cell.style_id] = bool(cell.border.left.style or cell.border.right.style)
        return known[cell.style_id]

    return ruled


def _text(cell: SheetCell | MergedCell) -> str:
    return shown(cell.value, cell.number_format) if cell.value is not None else ""


def _paragraphs(rows: list[Row], place: Place) -> Iterator[Para]:
    begun = ""
    for row in rows:
        if not row.texts:
            continue
        texts = list(row.texts.values())
        if len(texts) == 1 and row.full:
            begun += texts[0]
            continue
        texts[0], begun = begun + texts[0], ""
        style = Style.LINE if len(texts) > 1 else Style.BODY
        where = replace(place, row=row.number, column=next(iter(row.texts)))
        yield Para(style, tuple(text.strip() for text in texts), where)
    if begun:
        yield Para(Style.BODY, (begun.strip(),), replace(place, row=rows[-1].number, column=1))


def _table(rows: list[Row], spans: dict[Position, Span], covered: set[Position], place: Place) -> Table:
    top, width = rows[0].number, 1 + max(row.last for row in rows)
    cells: dict[Position, Cell] = {}
    for row in rows:
        for c in range(1, width):
            if (row.number, c) not in covered:
                rowspan, colspan = spans.get((row.number, c), (1, 1))
                where = replace(place, row=row.number, column=c)
                text = row.texts.get(c, "").strip()
                cells[row.number - top, c - 1] = Cell(text, rowspan, colspan, align=Align.LEFT, place=where)
    kept, widths = without_idle_columns(cells, (0,) * (width - 1))
    return table_of(kept, widths, place=replace(place, row=top))


def _count(blocks: list[Block]) -> int:
    return sum(isinstance(block, Table) for block in blocks)
