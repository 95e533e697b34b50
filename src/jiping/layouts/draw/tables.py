"""Draw the score table and the budget block: headers over groups, merged levels, the total row."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from jiping.domain.document import Cell, Role, Table
from jiping.domain.filing import Filing, FundLine, Indicator
from jiping.domain.layout import Column, ColumnRole, FundTable, ScoreTable
from jiping.domain.money import Money, plain
from jiping.layouts.template import fill

_LEVELS = (ColumnRole.LEVEL1, ColumnRole.LEVEL2)
_SUMS = {ColumnRole.WEIGHT: "total_weight", ColumnRole.SCORE: "total_score"}


def draw_scores(block: ScoreTable, filing: Filing, grade: str | None) -> Table:
    """Return the indicator table with its header and total row."""
    header = _header(block.columns)
    rows = (tuple(cells) for cells in _score_rows(block.columns, filing.rows))
    total = _total_row(block, filing, grade)
    return Table((*header, *rows, total), _widths(block.columns), header_rows=len(header))


def draw_funds(block: FundTable, filing: Filing) -> Table:
    """Return the budget block, amounts in 万元, rates in per cent."""
    header = _header(block.columns)
    rows = (tuple(_fund_cell(column, line) for column in block.columns) for line in filing.funds)
    return Table((*header, *rows), _widths(block.columns), header_rows=len(header))


def _widths(columns: Iterable[Column]) -> tuple[int, ...]:
    return tuple(column.width_mm for column in columns)


def _header(columns: Sequence[Column]) -> tuple[tuple[Cell, ...], ...]:
    """Return one header row, or two where columns are grouped under a common heading."""
    if all(column.group is None for column in columns):
        return (tuple(Cell(column.heading, role=Role.HEADER) for column in columns),)
    upper: list[Cell] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        found = list(members)
        if group is None:
            upper += [Cell(column.heading, rowspan=2, role=Role.HEADER) for column in found]
        else:
            upper.append(Cell(group, colspan=len(found), role=Role.HEADER))
    lower = (Cell(column.heading, role=Role.HEADER) for column in columns if column.group is not None)
    return tuple(upper), tuple(lower)


def _score_rows(columns: Sequence[Column], rows: Sequence[Indicator]) -> Iterator[Iterator[Cell]]:
    spans = {role: _spans(rows, depth) for depth, role in enumerate(_LEVELS, start=1)}
    for number, row in enumerate(rows):
        yield (
            _score_cell(column, row, spans[column.role][number] if column.role in spans else 1)
            for column in columns
            if column.role not in spans or spans[column.role][number]
        )


def _spans(rows: Sequence[Indicator], depth: int) -> list[int]:
    """Return for every row how many rows its level cell covers, 0 where the cell above covers it."""
    spans: list[int] = []
    for _, members in groupby(rows, key=lambda row: (row.level1, row.level2)[:depth]):
        count = sum(1 for _ in members)
        spans += [count, *[0] * (count - 1)]
    return spans


def _score_cell(column: Column, row: Indicator, span: int) -> Cell:
    value = getattr(row, column.role)
    if isinstance(value, Decimal):
        return _number(column, value)
    role = Role.LABEL if column.role in _LEVELS else Role.TEXT
    return Cell(value or "", rowspan=span, role=role, align=column.align)


def _fund_cell(column: Column, line: FundLine) -> Cell:
    value = getattr(line, column.role)
    if isinstance(value, Money):
        return Cell(plain(value.wan), role=Role.NUMBER, align=column.align, number=value.wan)
    if column.role is ColumnRole.RATE and value is not None:
        return Cell(f"{value:f}%", align=column.align)
    if isinstance(value, Decimal):
        return _number(column, value)
    return Cell(value or "", role=Role.LABEL if column.role is ColumnRole.NAME else Role.TEXT, align=column.align)


def _number(column: Column, value: Decimal, role: Role = Role.NUMBER) -> Cell:
    return Cell(f"{value:f}", role=role, align=column.align, number=value)


def _total_row(block: ScoreTable, filing: Filing, grade: str | None) -> tuple[Cell, ...]:
    """Return label, sums and grade. A stated sum that the rows do not give is typed, never a formula."""
    before = next((n for n, column in enumerate(block.columns) if column.role in _SUMS), len(block.columns))
    cells = [Cell(block.total_labels[0], colspan=before, role=Role.TOTAL)]
    for column in block.columns[before:]:
        if column.role in _SUMS:
            cells.append(_sum_cell(column, filing))
        else:
            text = fill(block.grade, {"grade": grade}) if grade else None
            cells.append(Cell(text or "", role=Role.TOTAL))
    return tuple(cells)


def _sum_cell(column: Column, filing: Filing) -> Cell:
    stated: Decimal | None = getattr(filing, _SUMS[column.role])
    if stated is None:
        return Cell("", role=Role.TOTAL)
    values = [getattr(row, column.role) for row in filing.rows]
    adds_up = stated == sum((value for value in values if value is not None), Decimal(0))
    return _number(column, stated, Role.TOTAL if adds_up else Role.NUMBER)
