"""A list is its content: whoever writes it, its hash is that of the same bytes."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiping.domain.payment import Payee, Payment, PaymentKey
from jiping.domain.payment_list import ListHead, tallied

texts = st.text(st.characters(codec="utf-8"), max_size=8)
payees = st.builds(Payee, texts, texts, texts, texts)
keys = st.builds(PaymentKey, st.integers(1, 10**12), texts, st.integers(2000, 202_412), st.integers(1, 9))
payments = st.builds(Payment, keys, st.integers(1, 10**12), payees)
HEAD = ListHead("transfer_subsidy", 2024, "national", "第一版", date(2024, 4, 1), "jiping 0", ())


@given(payments)
def test_a_row_is_read_as_it_was_written(payment: Payment) -> None:
    assert payment.line().count(b"\n") == 1
    assert Payment.from_line(payment.line()) == payment


@given(st.lists(payments, max_size=5))
def test_the_hash_is_that_of_the_lines(rows: list[Payment]) -> None:
    found = tallied(HEAD, rows)
    assert found.sha256 == hashlib.sha256(HEAD.line() + b"".join(each.line() for each in rows)).hexdigest()
    assert (found.count, found.total) == (len(rows), sum(each.amount for each in rows))
    assert ListHead.from_line(HEAD.line()) == HEAD


@pytest.mark.parametrize(
    "other",
    [
        replace(HEAD, year=2025),
        replace(HEAD, pack_edition="第二版"),
        replace(HEAD, as_of=date(2024, 4, 2)),
        replace(HEAD, struck_from="0" * 64),
    ],
)
def test_a_list_of_other_origin_is_another_list(other: ListHead) -> None:
    assert tallied(HEAD, ()).id != tallied(other, ()).id
