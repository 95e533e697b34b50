"""Read one part of a ruled document: its tables row by row, everything else as lines."""

from collections.abc import Iterator, Sequence

from jiping.layouts.header import score_header
from jiping.layouts.lines import LineReader
from jiping.layouts.lookup import Lookup
from jiping.layouts.segment import Segment
from jiping.layouts.sheet import Sheet
from jiping.layouts.spacing import bare, join
from jiping.layouts.stream import Item, Line, Row
from jiping.layouts.tables import TableReader


def read_page(segment: Segment, lookup: Lookup) -> Iterator[Sheet]:
    """Yield the sheets under one title: more than one where score tables follow one another without titles."""
    items: list[Item] = []
    for item in segment.items:
        if isinstance(item, Row) and score_header(item, lookup) and any(_is_total(each, lookup) for each in items):
            yield _read(segment, items, lookup)
            segment, items = Segment(), []
        items.append(item)
    yield _read(segment, items, lookup)


def _is_total(item: Item, lookup: Lookup) -> bool:
    return isinstance(item, Row) and bool(item.starts) and bare(item.starts[0].text) in lookup.total_labels


def _read(segment: Segment, items: Sequence[Item], lookup: Lookup) -> Sheet:
    sheet = Sheet(segment.title, segment.text, segment.place)
    lines = LineReader(sheet, lookup, wrapped=False)
    tables = TableReader(sheet, lookup)
    for item in items:
        if isinstance(item, Line):
            lines.read(item)
        elif not tables.read(item):
            _read_pairs(item, lines)
    lines.close()
    return sheet


def _read_pairs(row: Row, lines: LineReader) -> None:
    """Read a row of labels and values; a cell that is no label is text."""
    label: str | None = None
    for cell in row.starts:
        if label is not None:
            lines.state(label, join(cell.text.split("\n")), cell.place)
            label = None
            continue
        label = lines.lookup.labels.get(bare(cell.text).rstrip("：:"))
        if label is None:
            for text in cell.text.split("\n"):
                lines.read(Line(text, cell.place))
