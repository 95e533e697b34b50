"""Read one part of a ruled document: its tables row by row, everything else as lines."""

import re
from collections.abc import Iterator, Sequence

from jiping.layouts.read.lines.reader import LineReader
from jiping.layouts.read.segment import Segment
from jiping.layouts.read.sheet import Sheet
from jiping.layouts.read.stream import Item, Line, Row, only_text
from jiping.layouts.read.tables.header import score_header
from jiping.layouts.read.tables.pairs import read_pairs
from jiping.layouts.read.tables.reader import TableReader
from jiping.layouts.read.tables.total_row import is_total
from jiping.layouts.read.words.lookup import Lookup

_HEAD_LINE = 40  # characters; a longer line is running text, not the head of a form


def read_page(segment: Segment, lookup: Lookup) -> Iterator[Sheet]:
    """Yield the sheets under one title: more than one where forms follow one another without titles we know."""
    items: list[Item] = []
    scored = ended = False
    for item in segment.items:
        header = isinstance(item, Row) and score_header(item, lookup) is not None
        if (header and ended) or (scored and _names_project(item, lookup)):
            end = _foot(items, lookup)
            yield _read(segment, items[:end], lookup)
            segment, items, scored, ended = Segment(), items[end:], False, False
        scored = scored or header
        ended = ended or (isinstance(item, Row) and is_total(item, lookup))
        items.append(item)
    yield _read(segment, items, lookup)


def _names_project(item: Item, lookup: Lookup) -> bool:
    first = item.text if isinstance(item, Line) else _first_text(item)
    return _label(first, lookup) == "project"


def _first_text(row: Row) -> str:
    return next((cell.text for cell in row.starts if cell.text.strip()), "")


def _foot(items: Sequence[Item], lookup: Lookup) -> int:
    """Return where the foot of a form ends; the lines behind it are the head of the next one."""
    end = len(items)
    while end and (text := only_text(items[end - 1])) is not None and _heads(text, lookup):
        end -= 1
    return end


def _heads(text: str, lookup: Lookup) -> bool:
    return _label(text, lookup) in {None, "unit", "department", "year"} and len(text) <= _HEAD_LINE


def _label(text: str, lookup: Lookup) -> str | None:
    return lookup.label(re.split("[：:]", text, maxsplit=1)[0])


def _read(segment: Segment, items: Sequence[Item], lookup: Lookup) -> Sheet:
    sheet = Sheet(segment.title, segment.text, segment.place)
    lines = LineReader(sheet, lookup, wrapped=False)
    lines.without_money_unit(segment.text or "")
    tables = TableReader(sheet, lookup)
    for item in items:
        if isinstance(item, Line):
            lines.read(item)
        elif not tables.read(item):
            read_pairs(item, lines)
    lines.close()
    return sheet
