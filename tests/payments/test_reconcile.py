"""The books of any history balance to the fen, and agree with a plain account of it."""

from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiping.domain.errors import JipingError
from jiping.domain.payment import PaymentKey, Status
from jiping.payments.batches import first_batch
from jiping.payments.ledger import Connection, ledger
from jiping.payments.reconcile import Books, reconcile
from jiping.payments.recovery import demand, receive
from jiping.payments.reissue import reissue
from jiping.payments.sealed import sealed_lists
from payments.lists import SENT_AGAIN_ON, SENT_ON, draft, payment, sealed, sent

AMOUNT = 100_000
DAY = date(2024, 9, 1)
people = st.integers(1, 12)
acts = st.one_of(
    st.just(("send", 0, 0)),
    st.tuples(st.sampled_from(["credit", "fail"]), people, st.just(0)),
    st.tuples(st.just("recover"), people, st.integers(1, AMOUNT)),
    st.just(("reissue", 0, 0)),
)


class Account:
    """What happened to each person, told in the plainest way."""

    def __init__(self) -> None:
        self.status = dict.fromkeys(range(1, 13), Status.APPROVED)
        self.tries: Counter[int] = Counter()
        self.back: dict[int, int] = {}

    def act(self, what: str, person: int, amount: int) -> bool:
        """Book one act and tell whether it is possible."""
        status = self.status.get(person)
        if what == "send" and not self.tries:
            self.status = dict.fromkeys(self.status, Status.SENT)
            self.tries = Counter(self.status.keys())
            return True
        if what == "reissue":
            again = [each for each, now in self.status.items() if now is Status.FAILED]
            self.status.update(dict.fromkeys(again, Status.REISSUED))
            self.tries.update(again)
            return bool(again)
        if what in {"credit", "fail"} and status in {Status.SENT, Status.REISSUED}:
            failed = Status.SUSPENDED if self.tries[person] == 2 else Status.FAILED
            self.status[person] = Status.CREDITED if what == "credit" else failed
            return True
        if what == "recover" and status is Status.CREDITED and person not in self.back:
            self.back[person] = amount
            self.status[person] = Status.RECOVERED if amount == AMOUNT else Status.CREDITED
            return True
        return False


@settings(max_examples=25)
@given(st.lists(acts, max_size=40))
def test_books_agree_with_a_plain_account(history: list[tuple[str, int, int]]) -> None:
    account = Account()
    with TemporaryDirectory() as folder, ledger(Path(folder)) as con:
        made = sealed(con, draft(Path(folder), *range(1, 13)))
        con.execute("INSERT INTO returns (sha256, file) VALUES ('', '')")
        for what, person, amount in history:
            if account.act(what, person, amount):
                happened(con, what, person, amount)
        books = reconcile(con, made)
        assert {status: each.count for status, each in books.standing} == Counter(account.status.values())
        arrived = [each for each in account.status.values() if each in {Status.CREDITED, Status.RECOVERED}]
        assert books.credited.total == AMOUNT * len(arrived)
        assert books.net == AMOUNT * len(arrived) - sum(account.back.values())
        assert books.approved.total == 12 * AMOUNT == sum_of(books)


def sum_of(books: Books) -> int:
    return sum(each.total for each in (books.unsent, books.pending, books.failed, books.credited))


def happened(con: Connection, what: str, person: int, amount: int) -> None:
    """Book in the ledger what the plain account has booked."""
    (made,) = sealed_lists(con)
    key = PaymentKey(person, "new", 2023)
    match what:
        case "send":
            first_batch(con, made, SENT_ON)
        case "reissue":
            reissue(con, made, {each.key: each.payee for each in map(payment, range(1, 13))}, SENT_AGAIN_ON)
        case "recover":
            demand(con, "transfer_subsidy", key, amount, reason="死亡", on=DAY)
            receive(con, "transfer_subsidy", key, amount, voucher="甲", on=DAY)
        case _:
            con.execute(
                "INSERT INTO outcomes SELECT payment, max(attempt), ?, CASE max(attempt) WHEN 1 THEN '2024-04-18' "
                "ELSE ? END, '账号不存在', 1, 1 FROM attempts "
                "JOIN payments ON payments.id = payment WHERE person = ? GROUP BY payment",
                (int(what == "credit"), SENT_AGAIN_ON.isoformat(), person),
            )


def test_books_that_do_not_balance_are_told(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2) as (con, made, _):
        con.execute("PRAGMA foreign_keys = OFF")
        con.execute("DROP TRIGGER payments_DELETE")
        con.execute("DELETE FROM payments WHERE number = 2")
        with pytest.raises(JipingError, match="账不平"):
            reconcile(con, made)
