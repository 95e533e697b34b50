"""A decision in a clerk's words: values and rules as the pack names them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from jiping.datasets.condition import Condition
from jiping.datasets.decision import Decisions
from jiping.domain.money import plain
from jiping.rulepack.pack import RulePack


@dataclass(frozen=True, slots=True)
class Wording:
    """`headings` name the columns conditions look at, `words` the values of choices: paying → 参保缴费."""

    rules: RulePack
    headings: Mapping[str, str]
    words: Mapping[str, str]

    def seen(self, condition: Condition, row: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        """Return what `condition` looked at in `row`: headings and values."""
        return tuple((self.headings[name], self._value(row[name])) for name in condition.sees)

    def bases(self, condition: Condition) -> tuple[str, ...]:
        """Cite what the condition itself rests on, then each entry of the pack it reads, with how sure we are."""
        own = () if condition.basis == "practice" else (self.rules.basis(condition.basis),)
        return own + tuple(self._entry(name) for name in condition.entries)

    def _value(self, value: Any) -> str:
        if value is None:
            return "无"
        if isinstance(value, bool):
            return "是" if value else "否"
        return self.words.get(str(value), str(value))

    def _entry(self, name: str) -> str:
        entry = self.rules.dated(name)
        title = entry.note.partition("：")[0] or name
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
    choices = {str(row["value"]): str(row["word"]) for row in rules.table(offer.choices)}
    return Wording(
        rules, {str(row["name"]): str(row["heading"]) for row in rules.table(offer.headings)}, words | choices
    )
