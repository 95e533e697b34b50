"""A plain table of a neutral document: headings that repeat, texts below."""

import re
from collections.abc import Sequence
from decimal import Decimal

from jiping.domain.document import Align, Cell, Role, Table

_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(%?)")


def plain_table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], widths_mm: tuple[int, ...], centred: int = 0
) -> Table:
    """Return the table; the first `centred` columns are centred, the others begin at the left.

    A heading that begins with > is a column of numbers, which end at the right
    and are numbers in a workbook too.
    """
    head = tuple(Cell(text.lstrip(">"), role=Role.HEADER) for text in heads)
    aligns = [_align(text, at < centred) for at, text in enumerate(heads)]
    body = tuple(tuple(_cell(text, align) for text, align in zip(row, aligns, strict=True)) for row in rows)
    return Table((head, *body), widths_mm, header_rows=1)


def _cell(text: str, align: Align) -> Cell:
    if align is Align.RIGHT and (found := _NUMBER.fullmatch(text)):
        number = Decimal(found[1]) / (100 if found[2] else 1)
        return Cell(text, role=Role.NUMBER, align=align, number=number)
    return Cell(text, align=align)


def _align(heading: str, centred: bool) -> Align:
    if heading.startswith(">"):
        return Align.RIGHT
    return Align.CENTER if centred else Align.LEFT
