"""A sealed list is in the ledger once, whole, and stays as it is."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.domain.payment_list import struck_head, tallied, without
from jiping.payments.draft import find_draft, write_draft
from jiping.payments.ledger import ledger
from jiping.payments.seal import seal
from jiping.payments.sealed import find_sealed, payments_of, sealed_lists
from payments.lists import APPROVAL, HEAD, draft, payment, sealed, sent

REST = "kind, period, turn, 1, name, id_number, account, bank FROM payments WHERE number = 1"


def test_sealing_again_changes_nothing(tmp_path: Path) -> None:
    made = draft(tmp_path, 1, 2, 3)
    with ledger(tmp_path) as con:
        first = sealed(con, made)
        assert sealed(con, made, replace(APPROVAL, attempts=9)) == first
        assert sealed_lists(con) == (first,)
        assert list(payments_of(con, first)) == list(made.payments())


def test_a_list_with_somebody_paid_already_is_refused_whole(tmp_path: Path) -> None:
    with ledger(tmp_path) as con:
        first = sealed(con, draft(tmp_path, 1, 2, 3))
        with pytest.raises(JipingError, match=f"个人编号 3，2023 年度（名单 {first.list.id}）"):
            sealed(con, draft(tmp_path, 3, 4))
        assert con.execute("SELECT count(*) FROM payments").fetchone()[0] == 3
        assert sealed_lists(con) == (first,)


def test_a_citizen_is_not_paid_again_under_another_person_number(tmp_path: Path) -> None:
    with ledger(tmp_path) as con:
        first = sealed(con, draft(tmp_path, 1))
        again = write_draft(tmp_path, HEAD, [payment(7, id_number=payment(1).payee.id_number)])
        with pytest.raises(JipingError, match=r"个人编号 7.*已以个人编号 1 列入名单") as told:
            sealed(con, again)
        assert payment(1).payee.id_number not in str(told.value)
        assert sealed_lists(con) == (first,)


def test_a_citizen_with_two_person_numbers_on_one_list_is_refused(tmp_path: Path) -> None:
    twice = write_draft(tmp_path, HEAD, [payment(1), payment(7, id_number=payment(1).payee.id_number)])
    with ledger(tmp_path) as con:
        with pytest.raises(JipingError, match="重复的人或公民身份号码"):
            sealed(con, twice)
        assert sealed_lists(con) == ()


def test_the_same_person_may_be_paid_another_kind(tmp_path: Path) -> None:
    with ledger(tmp_path) as con:
        sealed(con, draft(tmp_path, 1))
        sealed(con, write_draft(tmp_path, HEAD, [payment(1, kind="renewal")]))
        assert con.execute("SELECT count(*) FROM payments").fetchone()[0] == 2


def test_who_was_struck_off_may_stand_on_a_later_list(tmp_path: Path) -> None:
    posted, struck = draft(tmp_path, 1, 2, 3), frozenset({payment(2).key})
    final = tallied(struck_head(posted.list), without(posted.payments(), struck))
    with ledger(tmp_path) as con:
        made = seal(con, posted.list, final, lambda: without(posted.payments(), struck), APPROVAL)
        assert [each.key.person for each in payments_of(con, made)] == [1, 3]
        assert find_sealed(con, posted.list.id) == find_sealed(con, final.id) == made
        sealed(con, draft(tmp_path, 2))


def test_rows_that_change_while_they_are_sealed_are_refused(tmp_path: Path) -> None:
    made = draft(tmp_path, 1, 2)
    with ledger(tmp_path) as con:
        with pytest.raises(JipingError, match="被改动过"):
            seal(con, made.list, made.list, lambda: iter([payment(1), payment(2, amount=999_999)]), APPROVAL)
        assert sealed_lists(con) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE payments SET amount = amount + 1 WHERE number = 1",
        "UPDATE payments SET account = '999'",
        "DELETE FROM payments WHERE number = 2",
        "DELETE FROM lists",
        "UPDATE lists SET total = 0",
        f"INSERT OR REPLACE INTO payments SELECT id, list, number, programme, person, {REST}",
        f"INSERT INTO payments SELECT NULL, list, 4, programme, 99, {REST}",
        "INSERT INTO payments SELECT NULL, 1, 3, programme, person, kind, period, 2, 1, name, id_number, account, bank FROM payments WHERE number = 1",
        "UPDATE attempts SET account = '999'",
        "INSERT INTO attempts SELECT payment, 2, batch, 9, account, bank FROM attempts WHERE line = 1",
        "INSERT INTO recoveries SELECT id, amount, '', '' FROM payments WHERE number = 1",
    ],
)
def test_the_ledger_refuses_to_change_what_is_sealed(statement: str, tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2, 3) as (con, made, _):
        with pytest.raises(sqlite3.IntegrityError):
            con.execute(statement)
        assert find_sealed(con, made.list.id) == made


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE payments SET amount = amount + 1 WHERE number = 1",
        "UPDATE payments SET account = '999' WHERE number = 2",
        "DELETE FROM payments WHERE number = 3",
        "UPDATE lists SET count = 4",
    ],
)
def test_what_was_changed_behind_the_ledgers_back_is_detected(statement: str, tmp_path: Path) -> None:
    with ledger(tmp_path) as con:
        made = sealed(con, draft(tmp_path, 1, 2, 3))
        for (trigger,) in con.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            con.execute(f"DROP TRIGGER {trigger}")
        con.execute(statement)
        with pytest.raises(JipingError, match="被改动过"):
            find_sealed(con, made.list.id)


def test_a_draft_altered_by_one_sign_is_not_read(tmp_path: Path) -> None:
    made = draft(tmp_path, 1, 2)
    assert find_draft(tmp_path, made.list.id) == made
    made.path.write_bytes(made.path.read_bytes().replace(b"100000", b"100001", 1))
    with pytest.raises(JipingError, match="被改动过"):
        find_draft(tmp_path, made.list.id)


@pytest.mark.parametrize("content", [b"", b"{}\n", b"[]\n", b"\xff\n", b"null\n"])
def test_a_file_that_is_no_list_is_told(content: bytes, tmp_path: Path) -> None:
    made = draft(tmp_path, 1)
    made.path.write_bytes(content)
    with pytest.raises(JipingError, match="被改动过"):
        find_draft(tmp_path, made.list.id)


@pytest.mark.parametrize("number", ["", "*", "../..", "0" * 12])
def test_a_number_nobody_gave_is_told(number: str, tmp_path: Path) -> None:
    with pytest.raises(JipingError, match="没有发放名单"):
        find_draft(tmp_path, number)


def test_a_file_that_is_no_ledger_is_told(tmp_path: Path) -> None:
    (tmp_path / "payments").mkdir()
    (tmp_path / "payments" / "ledger.sqlite").write_bytes(b"nothing of ours" * 100)
    with pytest.raises(JipingError, match="不是本程序的台账"), ledger(tmp_path):
        pass
