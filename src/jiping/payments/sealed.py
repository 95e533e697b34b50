"""Sealed lists: put into the ledger once, found again, and proven unaltered."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from jiping.domain.errors import JipingError
from jiping.domain.payment import ListHead, Payee, Payment, PaymentKey, PaymentList, tallied
from jiping.payments.ledger import Connection, together

_SHOWN = 5
_LISTS = "SELECT * FROM lists"
_ROWS = "SELECT * FROM payments WHERE list = ? ORDER BY number"
_ADD_LIST = """
INSERT INTO lists (sha256, draft, head, programme, count, total, posted_on, approved_on, attempts_allowed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ADD_PAYMENT = """
INSERT INTO payments (list, number, programme, person, kind, period, amount, name, id_number, account, bank)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_EARLIER = """
SELECT substr(sha256, 1, 12) FROM payments JOIN lists ON lists.id = list
WHERE payments.programme = ? AND person = ? AND kind = ? AND period = ?
"""


@dataclass(frozen=True, slots=True)
class Approval:
    """When a list was posted (None where no posting is asked for) and approved, and how often a transfer is tried."""

    posted_on: date | None
    approved_on: date
    attempts: int


@dataclass(frozen=True, slots=True)
class Sealed:
    """A list in the ledger, under its row number there."""

    row: int
    list: PaymentList
    approval: Approval


def seal(
    con: Connection, posted: PaymentList, final: PaymentList, rows: Callable[[], Iterator[Payment]], approval: Approval
) -> Sealed:
    """Put the list `final`, made of `rows`, into the ledger; `posted` is the draft it came from.

    A draft is sealed once: again, or by two runs at once, it is the same sealed list. Raises JipingError when one of
    the payments is on another list, and adds nothing.
    """
    try:
        with together(con):
            earlier = sealed_from(con, posted)
            if earlier is not None:
                return earlier
            made = Sealed(_added(con, posted, final, approval), final, approval)
            con.executemany(_ADD_PAYMENT, _values(made, rows()))
            require_unaltered(con, made)
    except sqlite3.IntegrityError as fault:
        raise _paid_already(con, final, rows()) from fault
    return made


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


def is_sealed(con: Connection, programme: str, key: PaymentKey) -> bool:
    """Tell whether a sealed list of the programme has this payment."""
    return con.execute(_EARLIER, (programme, *key)).fetchone() is not None


def payments_of(con: Connection, sealed: Sealed) -> Iterator[Payment]:
    """Yield the rows of a sealed list."""
    for row in con.execute(_ROWS, (sealed.row,)):
        payee = Payee(row["name"], row["id_number"], row["account"], row["bank"])
        yield Payment(PaymentKey(row["person"], row["kind"], row["period"]), row["amount"], payee)


def require_unaltered(con: Connection, sealed: Sealed) -> None:
    """Raise JipingError unless the rows of the list still have its hash, number and total."""
    if tallied(sealed.list.head, payments_of(con, sealed)) != sealed.list:
        raise JipingError(
            f"封存的发放名单 {sealed.list.id} 被改动过，内容与校验值不符。",
            why="按改动过的名单发放，会发错人、发错钱。",
            remedy="请停止发放，恢复数据文件夹的备份，并查明是谁改动的。",
        )


def _added(con: Connection, posted: PaymentList, final: PaymentList, approval: Approval) -> int:
    values = (
        final.sha256,
        posted.sha256,
        final.head.line().decode(),
        final.head.programme,
        final.count,
        final.total,
        approval.posted_on and approval.posted_on.isoformat(),
        approval.approved_on.isoformat(),
        approval.attempts,
    )
    row = con.execute(_ADD_LIST, values).lastrowid
    assert row is not None  # noqa: S101 - a row was just added
    return row


def _values(sealed: Sealed, rows: Iterator[Payment]) -> Iterator[tuple[object, ...]]:
    programme = sealed.list.head.programme
    for number, each in enumerate(rows, 1):
        payee = each.payee
        whom = (payee.name, payee.id_number, payee.account, payee.bank)
        yield (sealed.row, number, programme, *each.key, each.amount, *whom)


def _read(row: sqlite3.Row) -> Sealed:
    head = ListHead.from_line(row["head"].encode())
    posted = row["posted_on"] and date.fromisoformat(row["posted_on"])
    approval = Approval(posted, date.fromisoformat(row["approved_on"]), row["attempts_allowed"])
    return Sealed(row["id"], PaymentList(head, row["count"], row["total"], row["sha256"]), approval)


def _paid_already(con: Connection, final: PaymentList, rows: Iterator[Payment]) -> JipingError:
    """Return the complaint that names whom another list pays the same thing."""
    found = (
        (each, earlier[0])
        for each in rows
        for earlier in con.execute(_EARLIER, (final.head.programme, *each.key)).fetchall()
    )
    told = "；".join(
        f"个人编号 {each.key.person}，{each.key.period} 年度（名单 {earlier}）"
        for each, earlier in islice(found, _SHOWN)
    )
    return JipingError(
        f"名单里有已在另一份名单上的人：{told}。" if told else "名单里有重复的人，或金额不是正数。",
        why="同一人、同一种类、同一年度只能发一次；这份名单一笔也没有记入台账。",
        remedy="请重新运行 jiping pay list 生成不含这些人的名单。",
    )
