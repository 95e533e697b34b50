"""Further orders to the bank, for transfers that failed."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from jiping.domain.payment import Payee, Payment, PaymentKey
from jiping.payments.batches import Batch, added, batches_of
from jiping.payments.days import require_after
from jiping.payments.ledger import Connection, together
from jiping.payments.sealed import Sealed, payment_in

Payees = Mapping[PaymentKey, Payee]

_AGAIN = "INSERT INTO attempts (payment, attempt, batch, line, account, bank) VALUES (?, ?, ?, ?, ?, ?)"
_FAILED = """
SELECT * FROM standing
WHERE list = ? AND status IN ('退票', '暂停发放') ORDER BY number
"""


def reissue(con: Connection, sealed: Sealed, payees: Payees, on: date) -> Batch | None:
    """Return a new order for the transfers that failed, or None when there is none to repeat.

    `payees` are who is still to be paid, with the account registered today; it goes there. One that failed as often as is
    allowed waits until that has changed. Raises JipingError for a day before one of them came back.
    """
    with together(con):
        again = [each for each in con.execute(_FAILED, (sealed.row,)) if _may_be_tried(each, payees)]
        if not again:
            return None
        require_after(on, "重新送银行", max(each["happened_on"] for each in again), "退票")
        number = max(each.round for each in batches_of(con, sealed)) + 1
        batch = added(con, sealed, number, on, (len(again), sum(each["amount"] for each in again)))
        for line, each in enumerate(again, 1):
            payee = payees[payment_in(each).key]
            con.execute(_AGAIN, (each["id"], each["attempt"] + 1, batch.row, line, payee.account, payee.bank))
    return batch


def failed_payments(con: Connection, sealed: Sealed) -> tuple[Payment, ...]:
    """Return the payments whose transfer failed and was not repeated, in the order of their keys, as they were sealed."""
    return tuple(map(payment_in, con.execute(_FAILED, (sealed.row,))))


def _may_be_tried(failed: sqlite3.Row, payees: Payees) -> bool:
    now = payees.get(payment_in(failed).key)
    return now is not None and (failed["status"] == "退票" or now.account != failed["tried_account"])
