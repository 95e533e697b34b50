"""Money asked back is a record of its own, and comes at once or in instalments."""

import sqlite3
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.domain.payment import PaymentKey, Status
from jiping.payments.reconcile import reconcile
from jiping.payments.recovery import Recovery, demand, receive
from payments.answers import answer
from payments.lists import sent

DAY = date(2024, 9, 1)
KEY = PaymentKey(1, "new", 2023)
asked = partial(demand, programme="transfer_subsidy", key=KEY, reason="转回居保", on=DAY)
came = partial(receive, programme="transfer_subsidy", key=KEY, on=DAY)


def test_instalments_are_booked_until_all_has_come(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2) as (con, made, batch):
        answer(con, tmp_path, batch)
        assert asked(con, amount=None) == Recovery(KEY, 100_000, 0)
        assert came(con, amount=40_000, voucher="甲").outstanding == 60_000
        assert reconcile(con, made).net == 160_000
        assert came(con, amount=60_000, voucher="乙").outstanding == 0
        books = reconcile(con, made)
        assert books.net == 100_000
        assert {status: each.count for status, each in books.standing} == {Status.CREDITED: 1, Status.RECOVERED: 1}


def test_the_same_entry_again_changes_nothing(tmp_path: Path) -> None:
    with sent(tmp_path, 1) as (con, made, batch):
        answer(con, tmp_path, batch)
        assert asked(con, amount=30_000) == asked(con, amount=30_000)
        assert came(con, amount=20_000, voucher="甲") == came(con, amount=20_000, voucher="甲")
        assert reconcile(con, made).repaid.total == 20_000


def test_what_never_arrived_is_not_asked_back(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2) as (con, _, batch):
        with pytest.raises(JipingError, match="没有到账"):
            asked(con, amount=None)
        answer(con, tmp_path, batch, failed={1})
        with pytest.raises(JipingError, match="没有到账"):
            asked(con, amount=None)


@pytest.mark.parametrize("amount", [0, 100_001])
def test_no_more_than_was_paid_is_asked_back(amount: int, tmp_path: Path) -> None:
    with sent(tmp_path, 1) as (con, _, batch):
        answer(con, tmp_path, batch)
        with pytest.raises(JipingError, match="不超过所发金额"):
            asked(con, amount=amount)


@pytest.mark.parametrize(
    ("amount", "voucher", "told"), [(60_001, "乙", "尚欠"), (0, "乙", "尚欠"), (39_999, "甲", "已登记为 400.00 元")]
)
def test_an_instalment_that_cannot_be_is_refused(amount: int, voucher: str, told: str, tmp_path: Path) -> None:
    with sent(tmp_path, 1) as (con, made, batch):
        answer(con, tmp_path, batch)
        asked(con, amount=None)
        came(con, amount=40_000, voucher="甲")
        with pytest.raises(JipingError, match=told):
            came(con, amount=amount, voucher=voucher)
        assert reconcile(con, made).repaid.total == 40_000


def test_money_nobody_asked_back_and_payments_nobody_made_are_told(tmp_path: Path) -> None:
    with sent(tmp_path, 1) as (con, _, batch):
        answer(con, tmp_path, batch)
        with pytest.raises(JipingError, match="没有登记追回"):
            came(con, amount=1, voucher="甲")
        with pytest.raises(JipingError, match="台账里没有"):
            asked(con, key=KEY._replace(person=9), amount=None)


def test_a_second_demand_for_the_same_payment_must_say_the_same(tmp_path: Path) -> None:
    with sent(tmp_path, 1) as (con, _, batch):
        answer(con, tmp_path, batch)
        asked(con, amount=30_000)
        with pytest.raises(JipingError, match=r"已登记追回 300.00 元"):
            asked(con, amount=40_000)


def test_money_is_not_asked_back_before_it_arrived(tmp_path: Path) -> None:
    with sent(tmp_path, 1) as (con, _, batch):
        answer(con, tmp_path, batch)
        with pytest.raises(JipingError, match="2024-04-16 早于到账的日期 2024-04-17"):
            asked(con, amount=None, on=date(2024, 4, 16))
        assert asked(con, amount=None, on=date(2024, 4, 17)).owed == 100_000


def test_a_refund_does_not_come_before_it_was_asked_back(tmp_path: Path) -> None:
    with sent(tmp_path, 1) as (con, _, batch):
        answer(con, tmp_path, batch)
        asked(con, amount=None)
        with pytest.raises(JipingError, match="2024-08-31 早于登记追回的日期 2024-09-01"):
            came(con, amount=40_000, voucher="甲", on=date(2024, 8, 31))


def test_a_voucher_has_one_day(tmp_path: Path) -> None:
    with sent(tmp_path, 1) as (con, _, batch):
        answer(con, tmp_path, batch)
        asked(con, amount=None)
        came(con, amount=40_000, voucher="甲")
        with pytest.raises(JipingError, match="凭证 甲 已登记为 2024-09-01 收到，不是 2024-09-02"):
            came(con, amount=40_000, voucher="甲", on=date(2024, 9, 2))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("batches (number, list, round, sent_on, count, total) VALUES ('x', 1, 2, '2024-04-11', 1, 1)", "approval"),
        ("recoveries VALUES (1, 100000, '误发', '2024-04-16')", "before the money arrived"),
    ],
)
def test_the_ledger_itself_refuses_days_out_of_order(row: str, told: str, tmp_path: Path) -> None:
    with sent(tmp_path, 1) as (con, _, batch):
        answer(con, tmp_path, batch)
        with pytest.raises(sqlite3.IntegrityError, match=told):
            con.execute(f"INSERT INTO {row}")


def test_the_ledger_itself_refuses_a_refund_before_the_demand_and_a_grant_before_the_refund(tmp_path: Path) -> None:
    with sent(tmp_path, 1) as (con, _, batch):
        answer(con, tmp_path, batch)
        asked(con, amount=None)
        with pytest.raises(sqlite3.IntegrityError, match="before the demand"):
            con.execute("INSERT INTO instalments VALUES (1, '甲', 1, '2024-08-31')")
        came(con, amount=100_000, voucher="甲")
        with pytest.raises(sqlite3.IntegrityError, match="before the refund"):
            con.execute("INSERT INTO regrants VALUES (1, '误追', '经办人', '2024-08-31')")
