"""Rows of a sheet pasted into a text: lines parted by tabs, one below another, are a table again.

A merged cell leaves blanks where it goes on. Which of them it covered is no longer known, so they stay cells of their own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from jiping.domain.document import Align, Block, Cell, Para, Table

TAB = "\t"
FEWEST_ROWS = 2


def with_tables(lines: Iterable[Para]) -> Iterator[Block]:
    """Yield the lines, those parted by tabs as tables; a lone one stays a line, and blank lines part no table."""
    number = 0
    for is_tabbed, run in groupby(lines, key=lambda line: TAB in line.text):
        rows = list(run)
        if is_tabbed and len(rows) >= FEWEST_ROWS:
            number += 1
            yield _table(rows, number)
        else:
            yield from rows


def _table(lines: list[Para], number: int) -> Table:
    split = [line.text.split(TAB) for line in lines]
    width = max(len(texts) for texts in split)
    rows = tuple(
        tuple(
            Cell(
                text.strip(),
                align=Align.LEFT,
                place=line.place and replace(line.place, table=number, row=r, column=c),
            )
            for c, text in enumerate([*texts, *[""] * (width - len(texts))], start=1)
        )
        for r, (line, texts) in enumerate(zip(lines, split, strict=True), start=1)
    )
    return Table(rows, (0,) * width, place=lines[0].place and replace(lines[0].place, table=number))
