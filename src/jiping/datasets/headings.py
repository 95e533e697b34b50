"""Find the row of headings, and which column of a source is which column of the table."""

import csv
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from jiping.datasets.reading.transcript import Transcript
from jiping.domain.errors import JipingError
from jiping.domain.masking import masked
from jiping.domain.place import Place
from jiping.domain.table import ColumnKind, TableColumn, TableSchema
from jiping.domain.units import SCALES

_ROWS_SEARCHED = 20
_SHOWN = 500  # characters of a row that is no row of headings
_BRACKETS = str.maketrans("【〔［[】〕］]", "(((())))")
_REMARKS = ("(必填)", "(必录)", "(选填)")
_FEN_PER_YUAN = 100
_UNITS = {
    ColumnKind.MONEY: {"分": Decimal(1)}
    | {f"{word}元": _FEN_PER_YUAN * SCALES[word] for word in ("", "千", "万", "百万")},
    ColumnKind.RATE: {"%": Decimal("0.01"), "‰": Decimal("0.001")},
}


@dataclass(frozen=True, slots=True)
class Found:
    """Where a column stands in a source, from 0, and what one of its units is in the unit kept (a 元 is 100 fen).

    `heading` is how the source calls it.
    """

    position: int
    heading: str
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Headings:
    """The row of headings by its number and width; columns found, by name; headings that say nothing to us."""

    line: int
    width: int
    columns: Mapping[str, Found]
    unknown: tuple[str, ...]


def find_headings(transcript: Transcript, schema: TableSchema) -> Headings:
    """Return the first row that names most columns of the table.

    Raises JipingError when a required column is missing, naming what is there, or when one is named twice.
    """
    with transcript.lines.path.open(encoding="utf-8", newline="") as file:
        rows = list(islice(csv.reader(file, delimiter=transcript.lines.delimiter), _ROWS_SEARCHED))
    known = dict(_known(schema))
    read = [(int(number), [_plain(each) for each in cells]) for number, *cells in rows]
    number, row = max(read, key=lambda each: sum(cell in known for cell in each[1]), default=(0, []))
    place = Place(transcript.source.name, row=number or None)
    columns: dict[str, Found] = {}
    for position, heading in enumerate(row):
        if heading in known:
            column, scale = known[heading]
            if column.name in columns:
                raise _twice(column, columns[column.name], heading, place)
            columns[column.name] = Found(position, heading, scale)
    _require(schema, columns, row, place)
    width = max((position for position, each in enumerate(row, 1) if each), default=0)
    return Headings(number, width, columns, tuple(each for each in row if each and each not in known))


def _known(schema: TableSchema) -> Iterator[tuple[str, tuple[TableColumn, Decimal]]]:
    """Yield every way to write a heading; under its own name a column holds what we keep: fen, not 元."""
    for column in schema.columns:
        yield column.name, (column, Decimal(1))
        usual = Decimal(_FEN_PER_YUAN if column.kind is ColumnKind.MONEY else 1)
        for heading in map(_plain, column.headings):
            yield heading, (column, usual)
            yield from ((heading + remark, (column, usual)) for remark in _REMARKS)
            for unit, scale in _UNITS.get(column.kind, {}).items():
                yield from ((heading + end, (column, scale)) for end in (f"({unit})", f"(单位:{unit})", f"/{unit}"))


def _plain(heading: str) -> str:
    """Return a heading without spaces, marks of duty and differences of width."""
    text = unicodedata.normalize("NFKC", heading.removeprefix("\ufeff")).translate(_BRACKETS)
    return "".join(text.split()).strip("*:'\"")


def _require(schema: TableSchema, columns: Mapping[str, Found], row: Sequence[str], place: Place) -> None:
    missing = [each.headings[0] for each in schema.columns if each.required and each.name not in columns]
    if missing:
        there = "、".join(each for each in row if each) or "没有文字"
        raise JipingError(
            f"“{schema.title}”缺少必需的列：{'、'.join(missing)}。",
            why=f"最像表头的一行写的是：{masked(there[:_SHOWN])}。",
            remedy=f"请补上这些列，或把表头改成本表的说法；jiping data --schema {schema.name} 列出全部表头。",
            place=place,
        )


def _twice(column: TableColumn, first: Found, second: str, place: Place) -> JipingError:
    return JipingError(
        f"“{first.heading}”和“{second}”都是“{column.headings[0]}”这一列。",
        why="分不清该用哪一列。",
        remedy="请删去其中一列，或改掉它的表头。",
        place=place,
    )
