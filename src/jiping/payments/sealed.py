"""Sealed lists: found again in the ledger, and proven unaltered."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from jiping.domain.errors import JipingError
from jiping.domain.masking import masked
from jiping.domain.payment import Payee, Payment, PaymentKey
from jiping.domain.payment_list import ListHead, PaymentList, tallied
from jiping.payments.ledger import Connection

_LISTS = "SELECT * FROM lists"
_ROWS = "SELECT * FROM payments WHERE list = ? ORDER BY number"
# the same thing paid to the same person, or to the same citizen under another number
_EARLIER = """
SELECT person, substr(sha256, 1, 12),
    (SELECT sum(amount) FROM instalments WHERE payment = paid.id) = (SELECT amount FROM payments WHERE id = paid.id)
FROM lists JOIN (
    SELECT list, person, id FROM payments
    WHERE programme = :programme AND kind = :kind AND period = :period AND turn = :turn AND person = :person
    UNION
    SELECT list, person, id FROM payments
    WHERE programme = :programme AND kind = :kind AND period = :period AND turn = :turn AND id_number = :id_number
) paid ON lists.id = list ORDER BY person <> :person LIMIT 1
"""


class Earlier(NamedTuple):
    """To whom, and on which sealed list, something was paid already, and whether all of it came back."""

    person: int
    list: str
    recovered: bool

    def told(self, payment: Payment) -> str:
        """Return whom `payment` would pay the second time."""
        person, period = payment.key.person, payment.key.period
        if self.person == person:
            return f"个人编号 {person}，{period} 年度（名单 {self.list}）"
        number = masked(payment.payee.id_number)
        return (
            f"个人编号 {person}，{period} 年度（公民身份号码 {number} 已以个人编号 {self.person} 列入名单 {self.list}）"
        )


@dataclass(frozen=True, slots=True)
class Approval:
    """When a list was posted (None where no posting is asked for) and approved, and how often a transfer is tried.

    What was `taken_over` was paid before the ledger was begun.
    """

    posted_on: date | None
    approved_on: date
    attempts: int
    taken_over: bool = False


@dataclass(frozen=True, slots=True)
class Sealed:
    """A list in the ledger, under its row number there."""

    row: int
    list: PaymentList
    approval: Approval


def sealed_from(con: Connection, posted: PaymentList) -> Sealed | None:
    """Return what was sealed from this draft, if anything was."""
    row = con.execute(f"{_LISTS} WHERE draft = ?", (posted.sha256,)).fetchone()
    return None if row is None else _read(row)


def sealed_lists(con: Connection) -> tuple[Sealed, ...]:
    """Return every sealed list, oldest first."""
    return tuple(map(_read, con.execute(f"{_LISTS} ORDER BY id")))


def find_sealed(con: Connection, number: str) -> Sealed:
    """Return the sealed list called `number`, by its own number or that of its draft, proven unaltered.

    Raises JipingError for a list nobody sealed or somebody altered.
    """
    query = f"{_LISTS} WHERE substr(sha256, 1, 12) = ? OR substr(draft, 1, 12) = ?"
    row = con.execute(query, (number, number)).fetchone()
    if row is None:
        raise JipingError(f"台账里没有发放名单 {number}。", remedy="请核对编号；名单须先用 jiping pay seal 封存。")
    found = _read(row)
    require_unaltered(con, found)
    return found


def paid_earlier(con: Connection, programme: str, payment: Payment) -> Earlier | None:
    """Return where a sealed list of the programme pays the same to this citizen, under this person number or another."""
    asked = {"programme": programme, **payment.key._asdict(), "id_number": payment.payee.id_number}
    row = con.execute(_EARLIER, asked).fetchone()
    return None if row is None else Earlier(row[0], row[1], bool(row[2]))


def payments_of(con: Connection, sealed: Sealed) -> Iterator[Payment]:
    """Yield the rows of a sealed list."""
    return map(payment_in, con.execute(_ROWS, (sealed.row,)))


def payment_in(row: sqlite3.Row) -> Payment:
    """Return the payment in a row of the ledger, with the payee and account it was sealed with."""
    payee = Payee(row["name"], row["id_number"], row["account"], row["bank"])
    return Payment(PaymentKey(row["person"], row["kind"], row["period"], row["turn"]), row["amount"], payee)


def require_unaltered(con: Connection, sealed: Sealed) -> None:
    """Raise JipingError unless the rows of the list still have its hash, number and total."""
    if tallied(sealed.list.head, payments_of(con, sealed)) != sealed.list:
        raise JipingError(
            f"封存的发放名单 {sealed.list.id} 被改动过，内容与校验值不符。",
            why="按改动过的名单发放，会发错人、发错钱。",
            remedy="请停止发放，恢复数据文件夹的备份，并查明是谁改动的。",
        )


def _read(row: sqlite3.Row) -> Sealed:
    head = ListHead.from_line(row["head"].encode())
    posted = row["posted_on"] and date.fromisoformat(row["posted_on"])
    approval = Approval(
        posted, date.fromisoformat(row["approved_on"]), row["attempts_allowed"], bool(row["taken_over"])
    )
    return Sealed(row["id"], PaymentList(head, row["count"], row["total"], row["sha256"]), approval)
