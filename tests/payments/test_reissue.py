"""What failed is tried again, then waits until the account has been put right."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from jiping.domain.errors import JipingError
from jiping.domain.payment import Status
from jiping.payments.batches import Batch, transfers
from jiping.payments.ledger import Connection
from jiping.payments.reconcile import reconcile
from jiping.payments.reissue import Payees, reissue
from jiping.payments.sealed import Sealed
from payments.answers import answer
from payments.lists import SENT_AGAIN_ON, SENT_ON, payment, sent

OLD: Payees = {payment(each).key: payment(each).payee for each in (1, 2, 3)}
SECOND = payment(2)
NEW: Payees = {**OLD, SECOND.key: replace(SECOND.payee, account="6299", bank="另一银行")}


def again(con: Connection, made: Sealed, payees: Payees, on: date = SENT_AGAIN_ON) -> Batch:
    batch = reissue(con, made, payees, on)
    assert batch is not None
    return batch


def standing(con: Connection, made: Sealed) -> dict[Status, int]:
    return {status: each.count for status, each in reconcile(con, made).standing}


def test_only_what_failed_is_ordered_again(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2, 3) as (con, made, batch):
        assert reissue(con, made, OLD, SENT_ON) is None, "nothing has failed yet"
        answer(con, tmp_path, batch, failed={2})
        second = again(con, made, OLD)
        assert [(each.line, each.account) for each in transfers(con, second)] == [(1, SECOND.payee.account)]
        assert (second.count, second.total, second.number) == (1, 100_000, f"{made.list.id}-02")
        assert standing(con, made) == {Status.CREDITED: 2, Status.REISSUED: 1}
        assert reissue(con, made, NEW, SENT_ON) is None, "it is on its way"


def test_after_as_many_tries_as_allowed_it_waits_for_another_account(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2, 3) as (con, made, batch):
        answer(con, tmp_path, batch, failed={2})
        answer(con, tmp_path, again(con, made, OLD), failed={1}, name="第二批")
        assert standing(con, made) == {Status.CREDITED: 2, Status.SUSPENDED: 1}
        assert reissue(con, made, OLD, SENT_ON) is None
        third = again(con, made, NEW, SENT_AGAIN_ON + timedelta(7))
        assert [(each.account, each.bank) for each in transfers(con, third)] == [("6299", "另一银行")]
        answer(con, tmp_path, third, name="第三批")
        assert standing(con, made) == {Status.CREDITED: 3}


def test_without_a_registered_account_nothing_is_ordered_again(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2) as (con, made, batch):
        answer(con, tmp_path, batch, failed={1})
        assert reissue(con, made, {}, SENT_ON) is None
        assert standing(con, made) == {Status.FAILED: 1, Status.CREDITED: 1}


def test_nothing_is_ordered_again_before_it_came_back(tmp_path: Path) -> None:
    with sent(tmp_path, 1, 2) as (con, made, batch):
        answer(con, tmp_path, batch, failed={2})
        with pytest.raises(JipingError, match="2024-04-15 早于退票的日期 2024-04-18"):
            again(con, made, OLD, SENT_ON)
