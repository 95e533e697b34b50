"""A document as one run of lines and table rows, so that recognising need not know where a format drew its borders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jiping.domain.document import Cell, Document, Para, Style, Table, grid
from jiping.domain.place import Place


@dataclass(frozen=True, slots=True)
class Line:
    """One line of running text."""

    text: str
    place: Place | None = None
    style: Style | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One table row: `cells` holds a cell for every column, `starts` only those that begin in this row."""

    cells: Sequence[Cell]
    starts: Sequence[Cell]
    table: int


Item = Line | Row


def only_text(item: Item) -> str | None:
    """Return the text of a line, or of a row that holds one text only: its other cells were not merged with it."""
    if isinstance(item, Line):
        return item.text.strip()
    texts = [cell.text.strip() for cell in item.starts if cell.text.strip()]
    return texts[0] if len(texts) == 1 else None


def stream(document: Document) -> Iterator[Item]:
    """Yield everything in the document, top to bottom; a cell over the whole width reads as lines."""
    blocks = (block for part in document.parts for block in part.blocks)
    for number, block in enumerate(blocks):
        if isinstance(block, Para):
            for text in block.texts or ("",):
                yield Line(text, block.place, block.style)
        else:
            yield from _rows(block, number)


def _rows(table: Table, number: int) -> Iterator[Item]:
    for starts, cells in zip(table.rows, _full(table), strict=True):
        only = starts[0] if len(starts) == 1 else None
        if only is not None and only.colspan >= len(table.widths_mm):
            for text in only.text.split("\n"):
                yield Line(text, only.place)
        else:
            yield Row(cells, starts, number)


def _full(table: Table) -> Sequence[Sequence[Cell]]:
    """Return the full matrix, or the bare rows of a table whose spans contradict each other."""
    try:
        return grid(table)
    except ValueError:
        return table.rows
