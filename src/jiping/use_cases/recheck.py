"""Look at everybody again before payment: whose decision changed since, by which conditions, and whose account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ibis.expr.types import Table

from jiping.datasets.condition import Condition, failing
from jiping.datasets.decision import Decisions, Entitlement, altered, recheck
from jiping.datasets.engine import DUCKDB, open_engine
from jiping.datasets.question import Question
from jiping.datasets.reference import reference_tables
from jiping.domain.period import Period
from jiping.rulepack.load import load_pack
from jiping.use_cases.deciding import deciding, tables_in
from jiping.use_cases.decision_words import Wording, wording

_OLD = "earlier_"


@dataclass(frozen=True, slots=True)
class State:
    """The records of a folder as the rules of a day judge them."""

    data: Path
    on: date


@dataclass(frozen=True, slots=True)
class Turned:
    """The conditions of one entitlement that are now met, and that fail now."""

    entitlement: Entitlement
    now_met: tuple[Condition, ...]
    now_failing: tuple[Condition, ...]
    granted: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What is another for one person, loan stretch or project: `of` names it, `altered` are other facts, by heading."""

    of: tuple[str, ...]
    turned: tuple[Turned, ...]
    altered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes, and what the parts of their names are called."""

    headings: tuple[str, ...]
    found: tuple[Change, ...]


def changes(
    name: str,
    year: int,
    before: State,
    after: State,
    pack: str,
    *,
    engine: str = DUCKDB,
    folders: Sequence[Path] = (),
) -> Changes:
    """Return every change between two states of the programme `name`, in the order of who or what it is about.

    Raises JipingError for a programme that decides nothing, or for missing records.
    """
    _, offer = deciding(name)
    rules = {state: load_pack(pack, state.on, folders) for state in (before, after)}
    paths = {
        **{f"{_OLD}{table}": path for table, path in tables_in(before.data, offer.tables, rules[before])[0].items()},
        **tables_in(after.data, offer.tables, rules[after])[0],
    }
    opened = open_engine(engine, paths, reference_tables(rules[after]))
    old = {table: opened.tables[f"{_OLD}{table}"] for table in offer.tables}
    period = Period.of_year(year)
    earlier = _judged(offer, old, Question(name, period, rules[before]))
    now = _judged(offer, opened.tables, Question(name, period, rules[after]))
    rows = opened.fetch(recheck(earlier, now, offer).order_by(offer.key)).to_pylist()
    told = wording(rules[after], offer)
    return Changes(tuple(map(told.name_of, offer.key)), tuple(_change(row, offer, told) for row in rows))


def _judged(offer: Decisions, tables: Mapping[str, Table], question: Question) -> Table:
    return offer.judged(tables, offer.about(question))


def _change(row: Mapping[str, Any], offer: Decisions, told: Wording) -> Change:
    turned = (_turned(row, each) for each in offer.entitlements if row[each.changed])
    others = (told.headings[name] for name in offer.watched if row[altered(name)])
    return Change(tuple(str(row[name]) for name in offer.key), tuple(turned), tuple(others))


def _turned(row: Mapping[str, Any], entitlement: Entitlement) -> Turned:
    turned, failed = row[entitlement.changed], row[entitlement.failed]
    return Turned(
        entitlement,
        now_met=failing(turned & ~failed, entitlement.conditions),
        now_failing=failing(turned & failed, entitlement.conditions),
        granted=failed == 0,
    )
