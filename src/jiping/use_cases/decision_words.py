"""A decision in a clerk's words: values and rules as the pack names them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from jiping.datasets.condition import Condition
from jiping.datasets.decision import Decisions
from jiping.datasets.privacy import hidden
from jiping.domain.decision import Fact
from jiping.domain.money import plain
from jiping.domain.table import ColumnKind, TableSchema
from jiping.payments.yuan import yuan
from jiping.rulepack.pack import RulePack

_MONTHS, _PERCENT = 100, 10_000  # 202403 is March 2024; of a million
_SHOWN_AS: Mapping[str, Callable[[Any], str]] = {
    "money": lambda fen: f"{yuan(fen)} 元",
    "month": lambda day: f"{day:%Y-%m}",
    "month_of_year": lambda month: f"{month // _MONTHS}-{month % _MONTHS:02d}",
    "rate": lambda millionths: f"{plain(Decimal(millionths) / _PERCENT)}%",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """`headings` name the columns conditions look at, `shapes` how values that need it are written, `words` the values of
    choices: paying → 参保缴费. `register` is the table that tells who somebody is.
    """

    rules: RulePack
    headings: Mapping[str, str]
    shapes: Mapping[str, str]
    words: Mapping[str, str]
    register: TableSchema

    def seen(self, names: Sequence[str], row: Mapping[str, Any]) -> tuple[Fact, ...]:
        """Return what stands in the columns `names` of `row`."""
        return tuple(Fact(name, self.headings[name], self._cell(name, row[name]), _raw(row[name])) for name in names)

    def who(self, row: Mapping[str, Any]) -> tuple[Fact, ...]:
        """Return what a row of the register says of somebody, as anybody may see it."""
        return tuple(self._public(name, cell) for name, cell in row.items())

    def name_of(self, column: str) -> str:
        """Return what a column that tells rows apart is called."""
        return self.headings.get(column) or self.register.column(column).headings[0]

    def bases(self, condition: Condition) -> tuple[str, ...]:
        """Cite what the condition itself rests on, then each entry of the pack it reads, with how sure we are."""
        own = () if condition.basis == "practice" else (self.rules.basis(condition.basis),)
        return own + tuple(self._entry(name) for name in condition.entries)

    def _public(self, name: str, cell: Any) -> Fact:
        column = self.register.column(name)
        open_cell = hidden(cell, column.kind if column.personal else None)
        shown = f"{yuan(cell)} 元" if column.kind is ColumnKind.MONEY else str(open_cell)
        return Fact(name, column.headings[0], shown, str(open_cell))

    def _cell(self, name: str, value: Any) -> str:
        shape = self.shapes.get(name)
        return self._value(value) if shape is None or value is None else _SHOWN_AS[shape](value)

    def _value(self, value: Any) -> str:
        if value is None:
            return "无"
        if isinstance(value, bool):
            return "是" if value else "否"
        return self.words.get(str(value), str(value))

    def _entry(self, name: str) -> str:
        entry = self.rules.dated(name)
        title = entry.note.partition("：")[0].partition("；")[0] or name
        value = entry.value
        if isinstance(value, Decimal):
            title += f" {plain(value)}"
        elif isinstance(value, str | bool | date):
            title += f" {self._value(value)}"
        return f"{title}（{self.rules.basis(entry.basis)}，{entry.confidence.value}）"


def wording(rules: RulePack, offer: Decisions) -> Wording:
    """Return the words `rules` has for what `offer` looks at and for the choices it rests on."""
    columns = (column for name in offer.tables for column in rules.tables[name].columns)
    words = {value: word for column in columns for word, value in column.choices}
    choices = () if offer.choices is None else rules.table(offer.choices)
    words |= {str(row["value"]): str(row["word"]) for row in choices}
    headings = rules.table(offer.headings)
    return Wording(
        rules,
        {str(row["name"]): str(row["heading"]) for row in headings},
        {str(row["name"]): str(row["shown"]) for row in headings if "shown" in row},
        words,
        rules.tables[offer.register],
    )


def _raw(value: Any) -> str | None:
    return None if value is None else str(value)
