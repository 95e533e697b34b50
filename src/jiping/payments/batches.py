"""Orders to the bank, the first of them for a whole list."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jiping.domain.errors import JipingError
from jiping.payments.ledger import Connection, together
from jiping.payments.sealed import Sealed

_ADD = "INSERT INTO batches (number, list, round, sent_on, count, total) VALUES (?, ?, ?, ?, ?, ?)"
_ALL = """
INSERT INTO attempts (payment, attempt, batch, line, account, bank)
SELECT id, 1, ?, number, account, bank FROM payments WHERE list = ? ORDER BY number
"""
_LINES = """
SELECT a.line, p.name, p.id_number, a.account, a.bank, p.amount, p.kind, p.period
FROM attempts a JOIN payments p ON p.id = a.payment WHERE a.batch = ? ORDER BY a.line
"""


@dataclass(frozen=True, slots=True)
class Batch:
    """One order: `number` is what bank and office call it, `round` 1 is the first for its list; `total` is fen."""

    row: int
    number: str
    round: int
    sent_on: date
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Transfer:
    """One line of an order; `amount` is fen."""

    line: int
    name: str
    id_number: str
    account: str
    bank: str
    amount: int
    kind: str
    period: int


def first_batch(con: Connection, sealed: Sealed, on: date) -> Batch:
    """Return the order for the whole list, made on the day `on` unless it was made before.

    Raises JipingError for a day before the list was approved.
    """
    with together(con):
        made = batches_of(con, sealed)
        if made:
            return made[0]
        if on < sealed.approval.approved_on:
            raise JipingError(
                f"名单 {sealed.list.id} 到 {sealed.approval.approved_on} 才批准，不能在 {on} 送银行。",
                remedy="请核对 --on 写的日期。",
            )
        batch = added(con, sealed, 1, on, (sealed.list.count, sealed.list.total))
        con.execute(_ALL, (batch.row, sealed.row))
    return batch


def batches_of(con: Connection, sealed: Sealed) -> tuple[Batch, ...]:
    """Return the orders of a list, the first one first."""
    rows = con.execute("SELECT * FROM batches WHERE list = ? ORDER BY round", (sealed.row,))
    return tuple(map(_read, rows))


def find_batch(con: Connection, sealed: Sealed, number: int) -> Batch:
    """Return the order of that round. Raises JipingError when it was not made."""
    made = batches_of(con, sealed)
    if not 1 <= number <= len(made):
        raise JipingError(
            f"名单 {sealed.list.id} 没有第 {number} 批。",
            remedy=f"已有 {len(made)} 批；退票重发用 jiping pay reissue。",
        )
    return made[number - 1]


def transfers(con: Connection, batch: Batch) -> Iterator[Transfer]:
    """Yield the lines of an order."""
    return (Transfer(*row) for row in con.execute(_LINES, (batch.row,)))


def added(con: Connection, sealed: Sealed, number: int, on: date, size: tuple[int, int]) -> Batch:
    """Add the order of round `number` to the ledger; `size` is how many payments, and their sum in fen."""
    name = f"{sealed.list.id}-{number:02d}"
    row = con.execute(_ADD, (name, sealed.row, number, on.isoformat(), *size)).lastrowid
    assert row is not None  # noqa: S101 - a row was just added
    return Batch(row, name, number, on, *size)


def _read(row: sqlite3.Row) -> Batch:
    return Batch(row["id"], row["number"], row["round"], date.fromisoformat(row["sent_on"]), row["count"], row["total"])
