"""Records in a clerk's words: the headings of the tables they come from, yuan for fen, words for codes.

What a figure computed beside the records is named in the pack (`record_headings`, `record_words`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from jiping.domain.table import ColumnKind, TableColumn, TableSchema
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import Row

_MONTHS = 12
_IN_YUAN = "（元）"
_UNSHOWN = ""


@dataclass(frozen=True, slots=True)
class Legible:
    """Records to read: `headings`, and row by row the cells under them."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    heading: str
    way: str
    words: Mapping[str, str]

    def cell(self, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, str):  # hidden, or a code
            return self.words.get(value, value)
        return _WAYS.get(self.way, _plainly)(value)


def legible(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], code: str, tables: Sequence[TableSchema], pack: RulePack
) -> Legible:
    """Return the records behind the indicator `code`, made from `tables`, as a clerk reads them."""
    shown = [_shown(name, code, tables, pack) for name in columns]
    kept = [place for place, each in enumerate(shown) if each.heading != _UNSHOWN]
    headings = [shown[place].heading + (_IN_YUAN if shown[place].way == ColumnKind.MONEY else "") for place in kept]
    return Legible(tuple(headings), tuple(tuple(shown[place].cell(row[place]) for place in kept) for row in rows))


def _shown(name: str, code: str, tables: Sequence[TableSchema], pack: RulePack) -> _Shown:
    """Return how the column is shown: as the pack says for the indicator, as its tables agree, or as the pack says for all."""
    declared = [column for table in tables for column in table.columns if column.name == name]
    told = [row for row in pack.table("record_headings") if row["name"] == name]
    own = [row for row in told if row.get("code") and code.startswith(str(row["code"]))]
    words = {value: word for column in reversed(declared) for word, value in reversed(column.choices)}
    words |= {str(row["value"]): str(row["word"]) for row in pack.table("record_words") if row["name"] == name}
    if own:
        return _told(own[0], words)
    if len({(column.headings[0], column.kind) for column in declared}) == 1:
        return _declared(declared[0], words)
    general = [row for row in told if "code" not in row]
    return _told(general[0], words) if general else _Shown(name, "", words)


def _declared(column: TableColumn, words: Mapping[str, str]) -> _Shown:
    return _Shown(column.headings[0], column.kind.value, words)


def _told(row: Row, words: Mapping[str, str]) -> _Shown:
    return _Shown(str(row["heading"]), str(row.get("shown", "")), words)


def _plainly(value: Any) -> str:
    if isinstance(value, bool):
        return _flag(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return str(value)


def _flag(value: Any) -> str:
    return "是" if value else "否"


def _money(fen: Any) -> str:
    return f"{Decimal(int(fen)).scaleb(-2):,.2f}"


def _percent(rate: Any) -> str:
    return f"{(Decimal(rate) * 100).normalize():f}%"


def _month(first_day: date) -> str:
    return f"{first_day:%Y-%m}"


def _month_of_year(number: Any) -> str:
    """Write the number of a month counted from the year 0."""
    return f"{number // _MONTHS}-{number % _MONTHS + 1:02}"


def _year_month(number: Any) -> str:
    """Write a year and a month that stand in one number, 202401."""
    return f"{number // 100}-{number % 100:02}"


_WAYS: Mapping[str, Callable[[Any], str]] = {
    "flag": _flag,
    "money": _money,
    "rate": _percent,
    "month": _month,
    "month_of_year": _month_of_year,
    "year_month": _year_month,
}
