"""Put a list into the ledger: once, and all of it."""

import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice

from jiping.domain.errors import JipingError
from jiping.domain.payment import Payment
from jiping.domain.payment_list import PaymentList
from jiping.payments.ledger import Connection, together
from jiping.payments.sealed import Approval, Sealed, paid_earlier, require_unaltered, sealed_from

_SHOWN = 5
_ADD_LIST = """
INSERT INTO lists (sha256, draft, head, programme, count, total, posted_on, approved_on, attempts_allowed, taken_over)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ADD_PAYMENT = """
INSERT INTO payments (list, number, programme, person, kind, period, turn, amount, name, id_number, account, bank)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


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
        int(approval.taken_over),
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


def _paid_already(con: Connection, final: PaymentList, rows: Iterator[Payment]) -> JipingError:
    """Return the complaint that names whom another list pays the same thing."""
    found = ((each, paid_earlier(con, final.head.programme, each)) for each in rows)
    told = "；".join(islice((earlier.told(each) for each, earlier in found if earlier is not None), _SHOWN))
    return JipingError(
        f"名单里有已在另一份名单上的人：{told}。" if told else "名单里有重复的人或公民身份号码，或金额不是正数。",
        why="同一人、同一种类、同一年度只能发一次；这份名单一笔也没有记入台账。",
        remedy="请重新运行 jiping pay list 生成不含这些人的名单。",
    )
