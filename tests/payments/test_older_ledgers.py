"""A ledger begun by an earlier edition keeps its facts and takes up every rule that came since."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.domain.payment import Payment, PaymentKey
from jiping.domain.payment_list import tallied
from jiping.payments.again import grant_again
from jiping.payments.edition import EDITION
from jiping.payments.ledger import ledger
from jiping.payments.recovery import demand, receive
from jiping.payments.sealed import payments_of, sealed_lists
from payments.lists import HEAD, draft, payment, sealed

DAY = date(2024, 9, 1)
RULE_OF_EDITION_2 = "DROP TRIGGER no_citizen_is_paid_under_two_numbers; DROP INDEX payments_of_a_citizen;"


def begun(data: Path, edition: int, paid: Iterable[Payment]) -> None:
    """Make a ledger as `edition` had it, with one credited list of these payments."""
    rows = tuple(paid)
    made = tallied(HEAD, rows)
    (data / "payments").mkdir()
    with closing(sqlite3.connect(data / "payments" / "ledger.sqlite")) as con:
        con.executescript(Path(__file__).with_name("ledger_edition_2.sql").read_text(encoding="utf-8"))
        if edition == 1:
            con.executescript(RULE_OF_EDITION_2)
        for table in ("payments", "lists"):
            con.execute(
                f"CREATE TRIGGER {table}_DELETE BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'facts stay'); END"
            )
        head = (made.sha256, made.sha256, HEAD.line().decode(), made.count, made.total)
        con.execute("INSERT INTO lists VALUES (1, ?, ?, ?, 'transfer_subsidy', ?, ?, NULL, '2024-04-12', 2)", head)
        con.execute("INSERT INTO batches VALUES (1, 'B-01', 1, 1, '2024-04-15', ?, ?)", (made.count, made.total))
        con.execute("INSERT INTO returns VALUES (1, 'x', '回盘')")
        for at, each in enumerate(rows, 1):
            whom = (each.payee.name, each.payee.id_number, each.payee.account, each.payee.bank)
            values = (at, at, *each.key[:3], each.amount, *whom)
            con.execute("INSERT INTO payments VALUES (?, 1, ?, 'transfer_subsidy', ?, ?, ?, ?, ?, ?, ?, ?)", values)
            con.execute("INSERT INTO attempts VALUES (?, 1, 1, ?, ?, ?)", (at, at, *whom[2:]))
            con.execute("INSERT INTO outcomes VALUES (?, 1, 1, '2024-04-17', NULL, 1, ?)", (at, at))
        con.execute(f"PRAGMA user_version = {edition}")
        con.commit()


@pytest.mark.parametrize("edition", [1, 2])
def test_an_older_ledger_keeps_every_fact_and_its_proof(edition: int, tmp_path: Path) -> None:
    paid = (payment(1), payment(2))
    begun(tmp_path, edition, paid)
    for _ in range(2):
        with ledger(tmp_path) as con:
            assert con.execute("PRAGMA user_version").fetchone()[0] == EDITION
            (found,) = sealed_lists(con)
            assert tuple(payments_of(con, found)) == paid
            assert con.execute("PRAGMA foreign_key_check").fetchall() == []
            assert con.execute("PRAGMA foreign_keys").fetchone()[0] == 1
            with pytest.raises(sqlite3.IntegrityError, match="facts stay"):
                con.execute("DELETE FROM payments")


def test_a_ledger_that_paid_one_citizen_twice_keeps_both_and_pays_no_third(tmp_path: Path) -> None:
    paid = (payment(1), payment(7, id_number=payment(1).payee.id_number))
    begun(tmp_path, 1, paid)
    with ledger(tmp_path) as con:
        assert tuple(payments_of(con, sealed_lists(con)[0])) == paid
        with pytest.raises(JipingError, match="已在另一份名单上"):
            sealed(con, draft(tmp_path, 1, 3))


def test_what_an_older_ledger_paid_can_come_back_and_be_granted_again(tmp_path: Path) -> None:
    begun(tmp_path, 2, (payment(1),))
    key = payment(1).key
    with ledger(tmp_path) as con:
        demand(con, "transfer_subsidy", key, None, reason="误发", on=DAY)
        receive(con, "transfer_subsidy", key, 100_000, voucher="甲", on=DAY)
        assert grant_again(con, "transfer_subsidy", key, reason="误追", by="经办人", on=DAY) == PaymentKey(
            *key[:3], turn=2
        )


def test_a_ledger_that_took_days_in_any_order_takes_them_in_order_from_now_on(tmp_path: Path) -> None:
    rule = "no_refund_before_the_demand"
    with ledger(tmp_path) as con:
        con.executescript(f"DROP TRIGGER {rule}; PRAGMA user_version = 3;")
    with ledger(tmp_path) as con:
        assert con.execute("PRAGMA user_version").fetchone()[0] == EDITION
        assert con.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (rule,)).fetchone()
