"""What came back whole is paid once more only when somebody named says so, and then once."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.domain.payment import Payment, Status
from jiping.payments.again import grant_again, numbered
from jiping.payments.draft import write_draft
from jiping.payments.ledger import Connection
from jiping.payments.reconcile import reconcile
from jiping.payments.recovery import demand, receive
from jiping.payments.sealed import find_sealed, paid_earlier
from payments.answers import answer
from payments.lists import HEAD, payment, sealed, sent

DAY = date(2024, 9, 1)
NAME, KEY = "transfer_subsidy", payment(1).key
SECOND = replace(payment(1), key=KEY._replace(turn=2))


def came_back(con: Connection, amount: int) -> None:
    demand(con, NAME, KEY, None, reason="误发", on=DAY)
    receive(con, NAME, KEY, amount, voucher="甲", on=DAY)


@pytest.fixture
def paid(tmp_path: Path) -> Iterator[Connection]:
    """Yield a ledger by which persons 1 and 2 got their money."""
    with sent(tmp_path, 1, 2) as (con, _, batch):
        answer(con, tmp_path, batch)
        yield con


def test_only_what_came_back_whole_is_granted_again(paid: Connection) -> None:
    came_back(paid, 99_999)
    with pytest.raises(JipingError, match="没有全额追回"):
        grant_again(paid, NAME, KEY, reason="误追", by="经办人", on=DAY)
    with pytest.raises(sqlite3.IntegrityError, match="not recovered"):
        paid.execute("INSERT INTO regrants VALUES (1, '误追', '经办人', '2024-09-01')")


def test_what_was_never_paid_is_not_granted_again(paid: Connection) -> None:
    with pytest.raises(JipingError, match="台账里没有"):
        grant_again(paid, NAME, KEY._replace(person=9), reason="误追", by="经办人", on=DAY)


def test_what_was_granted_again_is_due_under_its_next_turn_and_paid_once(paid: Connection, tmp_path: Path) -> None:
    came_back(paid, 100_000)
    assert list(numbered(paid, NAME, [payment(1), payment(2)])) == [payment(1), payment(2)]
    for _ in range(2):
        assert grant_again(paid, NAME, KEY, reason="误追", by="经办人", on=DAY) == SECOND.key
    rows = list(numbered(paid, NAME, [payment(1), payment(2)]))
    assert rows == [SECOND, payment(2)]
    assert paid_earlier(paid, NAME, SECOND) is None
    made = sealed(paid, write_draft(tmp_path, HEAD, [SECOND]))
    assert find_sealed(paid, made.list.id) == made
    with pytest.raises(JipingError, match="已在另一份名单上"):
        sealed(paid, write_draft(tmp_path, HEAD, [SECOND, payment(3)]))


def test_a_second_turn_nobody_granted_cannot_be_sealed(paid: Connection, tmp_path: Path) -> None:
    with pytest.raises(JipingError, match="重复的人"):
        sealed(paid, write_draft(tmp_path, HEAD, [SECOND]))


def test_the_first_turn_stays_recovered_and_the_books_balance(paid: Connection, tmp_path: Path) -> None:
    came_back(paid, 100_000)
    grant_again(paid, NAME, KEY, reason="误追", by="经办人", on=DAY)
    made = sealed(paid, write_draft(tmp_path, HEAD, [SECOND]))
    assert [(each.value, one.count) for each, one in reconcile(paid, made).standing] == [(Status.APPROVED.value, 1)]
    first = find_sealed(paid, paid.execute("SELECT substr(sha256, 1, 12) FROM lists WHERE id = 1").fetchone()[0])
    assert {status for status, _ in reconcile(paid, first).standing} == {Status.CREDITED, Status.RECOVERED}


def test_the_line_of_a_first_turn_is_as_it_was_before_turns_and_both_are_read_back() -> None:
    assert payment(1).line().endswith('"示例银行"]\n'.encode())
    for each in (payment(1), SECOND):
        assert Payment.from_line(each.line()) == each
