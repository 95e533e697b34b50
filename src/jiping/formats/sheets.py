"""Rows of a workbook's sheet as paragraphs and tables, whatever file the sheet was stored in.

Runs of rows with borders are tables, other rows are paragraphs; on a sheet without any border, but with visible
gridlines, runs of rows with several texts are tables.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from jiping.domain.document import Align, Block, Cell, Para, Style, Table
from jiping.domain.place import Place
from jiping.formats.cells import Position, table_of, without_idle_columns
from jiping.formats.guard import refuse_too_many_cells

TALLEST_ROW_PT = 405

Span = tuple[int, int]
"""Rows and columns a cell covers."""


@dataclass(slots=True)
class Row:
    """One row with something on it: `number` counts from 1, texts are keyed by column from 1, `last` is its
    last column with a text or a border, `full` tells that it is as high as a row can be.
    """

    number: int
    full: bool = False
    texts: dict[int, str] = field(default_factory=dict)
    bordered: bool = False
    last: int = 0


@dataclass(slots=True)
class Sheet:
    """What one sheet shows: rows in order (rows without anything may be left out), merged areas by their top left."""

    rows: list[Row]
    spans: Mapping[Position, Span]
    gridlines: bool = True

    def covered(self) -> set[Position]:
        """Return the positions a merged area hides."""
        return {
            (i, j)
            for (r, c), (height, width) in self.spans.items()
            for i in range(r, r + height)
            for j in range(c, c + width)
            if (i, j) != (r, c)
        }


def blocks_of(sheet: Sheet, place: Place) -> tuple[Block, ...]:
    """Return what the sheet shows, from top to bottom; empty rows part blocks and are dropped."""
    refuse_too_many_cells(sum(height * width for height, width in sheet.spans.values()), place)
    covered = sheet.covered()
    for row in sheet.rows:
        _drop_hidden(row, sheet.spans, covered)
    ruled = any(row.bordered for row in sheet.rows) or not sheet.gridlines
    blocks: list[Block] = []
    for tabular, run in groupby(_tall(sheet), key=lambda row: _is_tabular(row, ruled=ruled)):
        found = list(run)
        if tabular and (ruled or len(found) > 1):
            blocks.append(_table(found, sheet.spans, covered, replace(place, table=_count(blocks) + 1)))
        else:
            blocks += _paragraphs(found, place)
    return tuple(blocks)


def _drop_hidden(row: Row, spans: Mapping[Position, Span], covered: set[Position]) -> None:
    for column in [column for column in row.texts if (row.number, column) in covered]:
        del row.texts[column]
    reaches = (column + spans.get((row.number, column), (1, 1))[1] - 1 for column in row.texts)
    row.last = max(row.last, *reaches, 0)


def _tall(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows and one for each gap; those a bordered cell reaches down to count as bordered.

    So a blank row inside a merged cell does not cut the table.
    """
    reaches: defaultdict[int, int] = defaultdict(int)
    for (r, _), (height, _) in sheet.spans.items():
        reaches[r] = max(reaches[r], r + height - 1)
    reach = previous = 0
    for row in sheet.rows:
        if row.number > previous + 1:
            yield Row(row.number - 1, bordered=row.number - 1 <= reach)
        if row.bordered:
            reach = max(reach, reaches[row.number])
        row.bordered = row.bordered or row.number <= reach
        previous = row.number
        yield row


def _is_tabular(row: Row, *, ruled: bool) -> bool:
    return row.bordered if ruled else len(row.texts) > 1


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


def _table(rows: list[Row], spans: Mapping[Position, Span], covered: set[Position], place: Place) -> Table:
    top, width = rows[0].number, 1 + max(row.last for row in rows)
    refuse_too_many_cells((rows[-1].number - top + 1) * width, place)
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
