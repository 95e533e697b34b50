"""Rows of a sheet as paragraphs and tables."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
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


@dataclass
class Row:
    """One row with something on it: `number` counts from 1, texts are keyed by column from 1."""

    number: int
    texts: dict[int, str]
    bordered: bool
    full: bool


def blocks_of(sheet: Worksheet, place: Place) -> tuple[Block, ...]:
    """Return what the sheet shows, from top to bottom; empty rows part blocks and are dropped."""
    spans, covered = _merges(sheet)
    rows = [_row(sheet, cells, covered) for cells in sheet.iter_rows()]
    ruled = any(row.bordered for row in rows) or not sheet.sheet_view.showGridLines
    blocks: list[Block] = []
    for tabular, run in groupby(_tall(rows, spans), key=lambda row: _is_tabular(row, ruled=ruled)):
        found = list(run)
        if tabular and (ruled or len(found) > 1):
            blocks.append(_table(sheet, found, spans, covered, replace(place, table=_count(blocks) + 1)))
        else:
            blocks += _paragraphs(found, place)
    return tuple(blocks)


def _tall(rows: list[Row], spans: dict[Position, Span]) -> list[Row]:
    """Mark rows a bordered cell reaches down to, so that a blank row inside a merged cell does not cut the table."""
    reach = 0
    for row in rows:
        if row.bordered:
            reach = max([reach, *(r + span[0] - 1 for (r, _), span in spans.items() if r == row.number)])
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


def _row(sheet: Worksheet, cells: tuple[SheetCell | MergedCell, ...], covered: set[Position]) -> Row:
    number = cells[0].row or 1
    texts = {
        column: text
        for column, cell in enumerate(cells, start=1)
        if (number, column) not in covered and (text := _text(cell)).strip()
    }
    bordered = any(cell.has_style and (cell.border.left.style or cell.border.right.style) for cell in cells)
    return Row(number, texts, bordered, full=sheet.row_dimensions[number].height == TALLEST_ROW_PT)


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


def _table(
    sheet: Worksheet, rows: list[Row], spans: dict[Position, Span], covered: set[Position], place: Place
) -> Table:
    top, width = rows[0].number, 1 + max(_last_column(sheet, row, spans) for row in rows)
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


def _last_column(sheet: Worksheet, row: Row, spans: dict[Position, Span]) -> int:
    """Return the last column of a row that shows a text or a border."""
    last = max((c + spans.get((row.number, c), (1, 1))[1] - 1 for c in row.texts), default=1)
    for cell in sheet[row.number][last:]:
        if cell.has_style and (cell.border.left.style or cell.border.right.style):
            last = cell.column or last
    return last


def _count(blocks: list[Block]) -> int:
    return sum(isinstance(block, Table) for block in blocks)
