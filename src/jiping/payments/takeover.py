"""Take over what was paid before this ledger was begun, so that it can be asked back and is never paid once more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jiping.domain.payment import Payment, PaymentKey
from jiping.domain.payment_list import ListHead, tallied
from jiping.payments.batches import first_batch
from jiping.payments.ledger import Connection, together
from jiping.payments.seal import seal
from jiping.payments.sealed import Approval

_KNOWN = "SELECT 1 FROM payments WHERE programme = ? AND person = ? AND kind = ? AND period = ?"
_CREDITED = """
INSERT INTO outcomes SELECT payment, attempt, 1, ?, NULL, ?, line FROM attempts WHERE batch = ?
"""


@dataclass(frozen=True, slots=True)
class PaidBefore:
    """A payment that arrived before the ledger was begun; its account is not known."""

    payment: Payment
    approved_on: date
    paid_on: date
    credited_on: date


def is_known(con: Connection, programme: str, key: PaymentKey) -> bool:
    """Tell whether the ledger has a payment of this person, kind and period."""
    return con.execute(_KNOWN, (programme, *key[:3])).fetchone() is not None


def take_over(con: Connection, head: ListHead, paid: Iterable[PaidBefore]) -> None:
    """Enter payments as approved, sent and credited on the days the books tell: all of them, or none.

    `head` says from which records. Each is a list of its own, and a second one for the same thing the next turn of its key.
    """
    with together(con):
        for each in paid:
            _enter(con, head, each)


def _enter(con: Connection, head: ListHead, paid: PaidBefore) -> None:
    made = tallied(head, (paid.payment,))
    approval = Approval(None, paid.approved_on, attempts=1, taken_over=True)
    sealed = seal(con, made, made, lambda: iter((paid.payment,)), approval)
    batch = first_batch(con, sealed, paid.paid_on)
    known = con.execute("INSERT INTO returns (sha256, file) VALUES (?, ?)", (made.sha256, "接续以前的台账")).lastrowid
    con.execute(_CREDITED, (paid.credited_on.isoformat(), known, batch.row))
