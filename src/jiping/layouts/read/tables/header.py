"""Recognise a table's header: which column holds what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jiping.domain.document import Cell
from jiping.domain.layout import ColumnRole
from jiping.layouts.read.numbers import read_number
from jiping.layouts.read.stream import Row
from jiping.layouts.read.words.lookup import Lookup, Words, column_key

_OF_SCORES = {ColumnRole.LEVEL1, ColumnRole.LEVEL2, ColumnRole.LEVEL3, ColumnRole.TARGET, ColumnRole.ACTUAL}
_OF_FUNDS = {ColumnRole.INITIAL, ColumnRole.FULL_YEAR, ColumnRole.EXECUTED}
_PROBABLE = 4  # so many columns that are known or give themselves away make a header
_BLANK = Cell("")


@dataclass(frozen=True, slots=True)
class Guess:
    """A column whose heading is not known: what it probably holds, None where there is no telling."""

    cell: Cell
    role: ColumnRole | None


@dataclass(frozen=True, slots=True)
class Header:
    """The role of each column that has one, the header's own cells, its lowest row, and guesses at unknown headings."""

    columns: Mapping[int, ColumnRole]
    cells: tuple[Cell, ...]
    lowest: Sequence[Cell]
    guesses: tuple[Guess, ...] = ()

    def __add__(self, below: "Header") -> "Header":
        """Return a header of two rows; where both name a column the lower one is meant."""
        columns = {**self.columns, **below.columns}
        return Header(columns, self.cells + below.cells, below.lowest, self.guesses + below.guesses)

    def cells_of(self, row: Row) -> Iterator[tuple[ColumnRole, Cell]]:
        """Yield the row's own cells with their roles, left to right; a heading that reaches down is none of them."""
        for at, role in self.columns.items():
            if at < len(row.cells) and not self.holds(row.cells[at]):
                yield role, row.cells[at]

    def holds(self, cell: Cell) -> bool:
        """Tell whether a cell is a heading that reaches down over the rows."""
        return cell.rowspan > 1 and any(cell is each for each in self.cells)

    def by_role(self, row: Row) -> Mapping[ColumnRole, Cell]:
        """Return a cell for every role, blank where there is none; of several the last that says something."""
        found = dict.fromkeys(ColumnRole, _BLANK)
        found.update((role, cell) for role, cell in self.cells_of(row) if cell.text.strip() or found[role] is _BLANK)
        return found


def score_header(row: Row, lookup: Lookup) -> Header | None:
    """Return the row as header of a score table, None when it is none."""
    return _header(row, lookup.scores, lookup, _OF_SCORES)


def fund_header(row: Row, lookup: Lookup) -> Header | None:
    """Return the row as header of a budget block, None when it is none."""
    return _header(row, lookup.funds, lookup, _OF_FUNDS)


def _header(row: Row, words: Words, lookup: Lookup, telling: set[ColumnRole]) -> Header | None:
    """A header is a row without figures in which two cells or more, and most of all cells, are headings.

    One known heading is enough where others that are not known give themselves away.
    """
    keys = {at: column_key(cell.text) for at, cell in enumerate(row.cells)}
    known = {at: role for at, key in keys.items() if (role := words.known.get(key))}
    if not known:
        return None
    filled = [cell for cell in row.starts if cell.text.strip()]
    others = [cell for cell in filled if column_key(cell.text) not in words.known and not _is_expected(cell, lookup)]
    if any(read_number(cell.text) is not None for cell in others):
        return None
    guesses = tuple(Guess(cell, words.guess(column_key(cell.text))) for cell in others)
    guessed = {
        at: each.role for at, cell in enumerate(row.cells) for each in guesses if each.cell is cell and each.role
    }
    columns = {**guessed, **known}
    mostly = 2 * len(others) <= len(filled)
    certain = mostly and len({keys[at] for at in known}) > 1 and telling & {*known.values()}
    told = len({*columns.values()}) >= _PROBABLE and sum(guess.role is None for guess in guesses) < 2
    probable = told and telling & {*columns.values()}
    return Header(columns, tuple(row.starts), row.cells, guesses) if certain or probable else None


def _is_expected(cell: Cell, lookup: Lookup) -> bool:
    return lookup.is_group(cell.text) or lookup.is_unread(cell.text)
