"""Lists of invented payees, as the tests of payments need them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from jiping.domain.measurement import SnapshotId
from jiping.domain.payment import Payee, Payment, PaymentKey
from jiping.domain.payment_list import ListHead
from jiping.payments.batches import Batch, first_batch
from jiping.payments.draft import Draft, write_draft
from jiping.payments.ledger import Connection, ledger
from jiping.payments.seal import seal
from jiping.payments.sealed import Approval, Sealed

HEAD = ListHead(
    "transfer_subsidy", 2024, "national", "第一版", date(2024, 4, 1), "jiping 0", (SnapshotId("persons", "0" * 64),)
)
APPROVAL = Approval(date(2024, 4, 2), date(2024, 4, 12), attempts=2)
SENT_ON = date(2024, 4, 15)
SENT_AGAIN_ON = date(2024, 4, 22)
"""After the bank has answered the first order, or an order as late as this."""


def payment(
    person: int, amount: int = 100_000, kind: str = "new", account: str | None = None, id_number: str | None = None
) -> Payment:
    number = id_number or ("11010519491231002X" if person == 1 else f"1101051949123{person:05d}")
    payee = Payee("甲", number, account or f"6200{person:012d}", "示例银行")
    return Payment(PaymentKey(person, kind, 2023), amount, payee)


def draft(data: Path, *people: int, head: ListHead = HEAD) -> Draft:
    return write_draft(data, head, [payment(each) for each in sorted(people)])


def sealed(con: Connection, made: Draft, approval: Approval = APPROVAL) -> Sealed:
    return seal(con, made.list, made.list, made.payments, approval)


@contextmanager
def sent(data: Path, *people: int) -> Iterator[tuple[Connection, Sealed, Batch]]:
    """Yield an open ledger in which a list of these people was sealed and ordered."""
    with ledger(data) as con:
        made = sealed(con, draft(data, *people))
        yield con, made, first_batch(con, made, SENT_ON)
