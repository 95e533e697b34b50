"""Situations in YAML: a few records, parameters where they differ from the pack, and what each indicator must be.

一句话说明这一情形:
  set: {hb_issue_working_days: 5}          # optional: entries of the pack that differ
  tables:
    persons: [{person: 1}, {person: 2, died_on: 2024-03-01}]   # columns left out are missing
  figures: {HB02: [1, 2], HB01: 2}         # upper and lower, or upper alone
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from engines import Rows
from jiping.rulepack.pack import RulePack

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Situation:
    """One case of one programme."""

    programme: str
    name: str
    year: int
    settings: Mapping[str, object]
    tables: Mapping[str, Rows]
    figures: Mapping[str, tuple[int, int | None]]

    def __str__(self) -> str:
        return f"{self.programme}-{self.name}"


def situations() -> Iterator[Situation]:
    """Yield every case of `tests/programmes/<programme>/*.yaml`."""
    for path in sorted(HERE.glob("*/*.yaml")):
        for name, told in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            yield Situation(
                path.parent.name,
                name,
                told.get("year", 2024),
                told.get("set", {}),
                {table: [exact(row) for row in rows] for table, rows in told["tables"].items()},
                {code: _sides(told) for code, told in told["figures"].items()},
            )


def changed(pack: RulePack, settings: Mapping[str, object]) -> RulePack:
    """Return `pack` with other values for some entries, as a pack of the user's own would give them."""
    unknown = set(settings) - set(pack.entries)
    assert not unknown, f"the pack has no {unknown}"
    entries = {
        name: tuple(replace(each, value=_value(settings[name])) for each in pack.entries[name]) for name in settings
    }
    return replace(pack, entries={**pack.entries, **entries}, as_of=date(pack.as_of.year, 12, 31))


def exact(row: Mapping[str, object]) -> dict[str, object]:
    """Return a record whose fractions are what was written, digit for digit."""
    return {name: Decimal(str(each)) if isinstance(each, float) else each for name, each in row.items()}


def _value(told: Any) -> object:
    """Return a value as the reader of packs makes it: numbers exact, lists fixed."""
    if isinstance(told, list):
        return tuple(map(_value, told))
    if isinstance(told, dict):
        return {name: _value(each) for name, each in told.items()}
    return Decimal(str(told)) if isinstance(told, int | float) and not isinstance(told, bool) else told


def _sides(told: int | list[int]) -> tuple[int, int | None]:
    return (told, None) if isinstance(told, int) else (told[0], told[1])
