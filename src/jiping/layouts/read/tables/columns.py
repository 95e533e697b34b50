"""Tell the columns of a score table that no heading tells: by where they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jiping.domain.document import Cell
from jiping.domain.layout import ColumnRole
from jiping.layouts.read.tables.header import Header

_LEVELS = (ColumnRole.LEVEL1, ColumnRole.LEVEL2, ColumnRole.LEVEL3)
_WEIGHT_OF = {ColumnRole.LEVEL1: ColumnRole.LEVEL1_WEIGHT, ColumnRole.LEVEL2: ColumnRole.LEVEL2_WEIGHT}
_VALUES = {ColumnRole.OPERATOR, ColumnRole.TARGET, ColumnRole.ACTUAL, ColumnRole.WEIGHT, ColumnRole.SCORE}

Columns = Mapping[int, ColumnRole]


def settled(header: Header) -> Header:
    """Return the header with a role for every column that matters.

    Of several weight columns each but the last belongs to the level on its left. Without a heading for level 3, the
    column left of the values holds the indicators' names.
    """
    columns = _with_weights_of_levels(header.columns, header.lowest)
    return replace(header, columns=columns if ColumnRole.LEVEL3 in columns.values() else _with_names(columns))


def settled_funds(header: Header) -> Header:
    """Return the header of a budget block; of two columns for one budget the left one heads the lines' names."""
    first = min(at for at, role in header.columns.items() if role is not ColumnRole.NAME)
    role = header.columns[first]
    again = any(each is role and header.lowest[at] is not header.lowest[first] for at, each in header.columns.items())
    if not again:
        return header
    names = {at: ColumnRole.NAME for at in header.columns if header.lowest[at] is header.lowest[first]}
    return replace(header, columns={**header.columns, **names})


def _with_weights_of_levels(columns: Columns, cells: Sequence[Cell]) -> dict[int, ColumnRole]:
    found: dict[int, ColumnRole] = {}
    level = ColumnRole.LEVEL3
    last = max((at for at, role in columns.items() if role is ColumnRole.WEIGHT), default=-1)
    for at in sorted(columns):
        role = columns[at]
        level = role if role in _LEVELS else level
        several = role is ColumnRole.WEIGHT and (last >= len(cells) or cells[at] is not cells[last])
        found[at] = _WEIGHT_OF.get(level, role) if several else role
    return found


def _with_names(columns: dict[int, ColumnRole]) -> dict[int, ColumnRole]:
    end = min((at for at, role in columns.items() if role in _VALUES), default=max(columns) + 1)
    free = [at for at in range(end) if at not in columns]
    deepest = max((at for at, role in columns.items() if role in _LEVELS), default=-1)
    if not free or free[-1] < deepest:
        return {at: ColumnRole.LEVEL3 if at == deepest else role for at, role in columns.items()}
    missing = [role for role in reversed(_LEVELS) if role not in columns.values()]
    return {**columns, **dict(zip(reversed(free), missing, strict=False))}
