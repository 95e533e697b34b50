"""Look at everybody again before payment: whose decision changed since, and by which conditions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ibis.expr.types import Table

from jiping.datasets.condition import Condition, failing
from jiping.datasets.decision import Decisions, Entitlement, judge_each, recheck
from jiping.datasets.engine import DUCKDB, open_engine
from jiping.datasets.question import Question
from jiping.datasets.reference import reference_tables
from jiping.domain.period import Period
from jiping.rulepack.load import load_pack
from jiping.use_cases.decide import deciding, tables_in

_OLD = "earlier_"


@dataclass(frozen=True, slots=True)
class State:
    """The records of a folder as the rules of a day judge them."""

    data: Path
    on: date


@dataclass(frozen=True, slots=True)
class Change:
    """What turned for one person: conditions of one entitlement now met, and now failing."""

    person: int
    entitlement: Entitlement
    now_met: tuple[Condition, ...]
    now_failing: tuple[Condition, ...]
    granted: bool


def changes(
    name: str, year: int, before: State, after: State, pack: str, *, folders: Sequence[Path] = ()
) -> tuple[Change, ...]:
    """Return every change between two states of the programme `name`, by person.

    Raises JipingError for a programme that decides nothing about persons, or for missing records.
    """
    _, offer = deciding(name)
    rules = {state: load_pack(pack, state.on, folders) for state in (before, after)}
    paths = {
        **{f"{_OLD}{table}": path for table, path in tables_in(before.data, offer.tables, rules[before])[0].items()},
        **tables_in(after.data, offer.tables, rules[after])[0],
    }
    engine = open_engine(DUCKDB, paths, reference_tables(rules[after]))
    old = {table: engine.tables[f"{_OLD}{table}"] for table in offer.tables}
    period = Period.of_year(year)
    earlier = _judged(offer, old, Question(name, period, rules[before]))
    now = _judged(offer, engine.tables, Question(name, period, rules[after]))
    rows = engine.fetch(recheck(earlier, now, offer.entitlements).order_by("person")).to_pylist()
    return tuple(_change(row, each) for row in rows for each in offer.entitlements if row[each.changed])


def _judged(offer: Decisions, tables: Mapping[str, Table], question: Question) -> Table:
    return judge_each(offer.people(tables, question), offer.entitlements, question)


def _change(row: Mapping[str, int], entitlement: Entitlement) -> Change:
    turned, failed = row[entitlement.changed], row[entitlement.failed]
    return Change(
        row["person"],
        entitlement,
        now_met=failing(turned & ~failed, entitlement.conditions),
        now_failing=failing(turned & failed, entitlement.conditions),
        granted=failed == 0,
    )
