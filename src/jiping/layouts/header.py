"""Recognise a table's header: which column holds what."""

from collections.abc import Collection, Mapping

from jiping.domain.layout import ColumnRole
from jiping.layouts.lookup import Lookup, column_key
from jiping.layouts.stream import Row

_OF_SCORES = {ColumnRole.LEVEL1, ColumnRole.LEVEL2, ColumnRole.LEVEL3, ColumnRole.TARGET, ColumnRole.ACTUAL}
_OF_FUNDS = {ColumnRole.INITIAL, ColumnRole.FULL_YEAR, ColumnRole.EXECUTED}

Columns = dict[int, ColumnRole]


def score_columns(row: Row, lookup: Lookup) -> Columns:
    """Return the columns of a score table's header row, empty when the row is none."""
    return _columns(row, lookup.score_words, lookup.groups, _OF_SCORES)


def fund_columns(row: Row, lookup: Lookup) -> Columns:
    """Return the columns of a budget block's header row, empty when the row is none."""
    return _columns(row, lookup.fund_words, lookup.groups, _OF_FUNDS)


def _columns(row: Row, words: Mapping[str, ColumnRole], groups: Collection[str], telling: set[ColumnRole]) -> Columns:
    """A header is a row in which two words or more, and most of all words, are headings."""
    keys = [column_key(cell.text) for cell in row.starts if cell.text.strip()]
    known = [key for key in keys if key in words]
    others = [key for key in keys if key not in words and key not in groups]
    if len(set(known)) < 2 or len(others) > len(known) or not telling & {words[key] for key in known}:
        return {}
    return {at: words[key] for at, cell in enumerate(row.cells) if (key := column_key(cell.text)) in words}


def unknown_headings(row: Row, lookup: Lookup) -> list[str]:
    """Return the headings of a score table no layout knows; their columns are not read."""
    known = {*lookup.score_words, *lookup.groups}
    return [cell.text for cell in row.starts if cell.text.strip() and column_key(cell.text) not in known]
