"""What a list pays, compared with what is due now: looked at before it is sealed and again before it is sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jiping.datasets.condition import failing
from jiping.datasets.engine import DUCKDB, Engine
from jiping.domain.measurement import SnapshotId
from jiping.domain.payment import Payment
from jiping.payments.again import numbered
from jiping.payments.due import doubled, due, payments
from jiping.payments.ledger import Connection
from jiping.payments.recheck import Change, Changed, changes
from jiping.use_cases.pay.business import Business


@dataclass(frozen=True, slots=True)
class Compared:
    """What changed since the list was drawn up; `reasons` tell for persons no longer due which conditions fail now."""

    changed: tuple[Changed, ...]
    reasons: Mapping[int, str]
    snapshots: tuple[SnapshotId, ...]


def compared(
    con: Connection, paying: Business, data: Path, listed: Iterable[Payment], engine: str = DUCKDB
) -> Compared:
    """Decide every one of the `listed` payments anew by the records in `data`."""
    return _compared(con, paying, listed, *paying.open(data, engine))


def compared_once_more(
    con: Connection, paying: Business, data: Path, failed: Iterable[Payment], engine: str = DUCKDB
) -> Compared:
    """Decide payments whose transfer `failed` anew; what the books already hold of them, never credited, paid nobody."""
    opened, snapshots = paying.open(data, engine)
    listed = tuple(failed)
    books = opened.tables[paying.payable.ledger]
    tried = books.person.isin(sorted({each.key.person for each in listed})) & books.credited_on.isnull()
    tables = {**opened.tables, paying.payable.ledger: books.filter(~tried)}
    return _compared(con, paying, listed, replace(opened, tables=tables), snapshots)


def _compared(
    con: Connection, paying: Business, listed: Iterable[Payment], opened: Engine, snapshots: tuple[SnapshotId, ...]
) -> Compared:
    rows = due(paying.payable, opened.tables, paying.question)
    changed = tuple(changes(listed, numbered(con, paying.programme.name, payments(rows, opened))))
    reasons = {**_reasons(paying, opened, changed), **doubled(rows, opened)} if changed else {}
    return Compared(changed, reasons, snapshots)


def _reasons(paying: Business, engine: Engine, changed: tuple[Changed, ...]) -> Mapping[int, str]:
    """Return for each person no longer due the conditions that fail now, of what was listed and of paying at all."""
    offer = paying.programme.decisions
    gone: dict[int, set[str]] = {}
    for each in changed:
        if each.what is Change.GONE:
            gone.setdefault(each.listed.key.person, set()).add(each.listed.key.kind)
    if offer is None or not gone:
        return {}
    tables = {
        name: rows.filter(rows.person.isin(sorted(gone))) if "person" in rows.columns else rows
        for name, rows in engine.tables.items()
    }
    told = {}
    for row in engine.stream(offer.judged(tables, paying.question)):
        asked = (each for each in offer.entitlements if each.guard or each.kind in gone[row["person"]])
        conditions = (condition for each in asked for condition in failing(row[each.failed], each.conditions))
        told[row["person"]] = "；".join(f"{each.code} {each.title}" for each in conditions)
    return told
