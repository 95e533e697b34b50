"""Recognise a table's header: which column holds what."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from jiping.domain.document import Cell
from jiping.domain.layout import ColumnRole
from jiping.layouts.lookup import Lookup, column_key
from jiping.layouts.stream import Row

_OF_SCORES = {ColumnRole.LEVEL1, ColumnRole.LEVEL2, ColumnRole.LEVEL3, ColumnRole.TARGET, ColumnRole.ACTUAL}
_OF_FUNDS = {ColumnRole.INITIAL, ColumnRole.FULL_YEAR, ColumnRole.EXECUTED}
_BLANK = Cell("")


@dataclass(frozen=True, slots=True)
class Header:
    """The role of each column that has one, the header's own cells, and headings no layout knows."""

    columns: Mapping[int, ColumnRole]
    cells: tuple[Cell, ...]
    unknown: tuple[Cell, ...]

    def __add__(self, below: "Header") -> "Header":
        """Return a header of two rows; where both name a column the lower one is meant."""
        return Header({**self.columns, **below.columns}, self.cells + below.cells, self.unknown + below.unknown)

    def cells_of(self, row: Row) -> Iterator[tuple[ColumnRole, Cell]]:
        """Yield the row's cells with their roles, left to right."""
        for at, role in self.columns.items():
            if at < len(row.cells):
                yield role, row.cells[at]

    def by_role(self, row: Row) -> Mapping[ColumnRole, Cell]:
        """Return a cell for every role, blank where there is none; of several the last that says something."""
        found = dict.fromkeys(ColumnRole, _BLANK)
        found.update((role, cell) for role, cell in self.cells_of(row) if cell.text.strip() or found[role] is _BLANK)
        return found


def score_header(row: Row, lookup: Lookup) -> Header | None:
    """Return the row as header of a score table, None when it is none."""
    return _header(row, lookup.score_words, lookup.groups, _OF_SCORES)


def fund_header(row: Row, lookup: Lookup) -> Header | None:
    """Return the row as header of a budget block, None when it is none."""
    return _header(row, lookup.fund_words, lookup.groups, _OF_FUNDS)


def _header(
    row: Row, words: Mapping[str, ColumnRole], groups: Collection[str], telling: set[ColumnRole]
) -> Header | None:
    """A header is a row in which two words or more, and most of all words, are headings."""
    filled = [cell for cell in row.starts if cell.text.strip()]
    known = {key for cell in filled if (key := column_key(cell.text)) in words}
    unknown = [cell for cell in filled if column_key(cell.text) not in known | {*groups}]
    if len(known) < 2 or len(unknown) > len(known) or not telling & {words[key] for key in known}:
        return None
    columns = {at: words[key] for at, cell in enumerate(row.cells) if (key := column_key(cell.text)) in words}
    return Header(columns, tuple(row.starts), tuple(unknown))
