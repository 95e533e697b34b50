"""The look at every payment right before an order goes to the bank, kept with the order: what changed, who sent it anyway."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jiping.domain.measurement import SnapshotId
from jiping.payments.batches import Batch
from jiping.payments.ledger import Connection
from jiping.payments.recheck import Changed

_ADD = "INSERT INTO rechecks VALUES (?, ?, ?, ?, ?, ?, ?)"
_OF = "SELECT r.* FROM rechecks r JOIN batches b ON b.id = r.batch WHERE b.list = ? ORDER BY b.round"


@dataclass(frozen=True, slots=True)
class Despite:
    """Why an order is sent although something changed, and who decides that."""

    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Recheck:
    """What a look found: how many payments `changed`, and if any did, who sent them `despite` that."""

    checked_on: date
    changed: int
    despite: Despite | None


@dataclass(frozen=True, slots=True)
class Look:
    """A look itself: in which records, what had changed, and who sends the order despite that."""

    snapshots: Sequence[SnapshotId]
    changed: Sequence[Changed]
    despite: Despite | None


def note(con: Connection, batch: Batch, on: date, look: Look) -> None:
    """Book what the look before the order `batch` found on the day `on`; the despite of one that found nothing is none."""
    told = [[*each.listed.key, each.what.value] for each in look.changed]
    whose = (look.despite.reason, look.despite.by) if look.despite and told else (None, None)
    records = json.dumps([[each.table, each.sha256] for each in look.snapshots])
    con.execute(_ADD, (batch.row, on.isoformat(), records, len(told), json.dumps(told, ensure_ascii=False), *whose))


def rechecks_of(con: Connection, row: int) -> tuple[Recheck, ...]:
    """Return what was found before the orders of the list in that row were made."""
    return tuple(map(_read, con.execute(_OF, (row,))))


def _read(row: sqlite3.Row) -> Recheck:
    despite = None if row["reason"] is None else Despite(row["reason"], row["decided_by"])
    return Recheck(date.fromisoformat(row["checked_on"]), row["changed"], despite)
