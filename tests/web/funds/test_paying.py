"""A payment's way: its tier, its signatures, three different people, and the limits of budget and cash."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from jiping.domain.errors import JipingError
from jiping.domain.project import PaymentState
from jiping.web.accounts.models import AccountRecord
from jiping.web.funds.models import FundLineRecord, PaymentRecord
from jiping.web.funds.selectors import rates_of
from jiping.web.funds.services.paying import Wanted, payment_approve, payment_ask, payment_pay, payment_return
from jiping.web.projects.models import ProjectRecord
from web.conftest import NOW

DAY = date(2024, 3, 1)
WAN = 1_000_000


def asked(line: FundLineRecord, fen: int, clerk: AccountRecord) -> PaymentRecord:
    return payment_ask(line=line, wanted=Wanted("打印纸", "某纸品公司", "购打印纸", fen), actor=clerk, at=NOW)


def signed(payment: PaymentRecord, leader: AccountRecord, minutes: str = "") -> PaymentRecord:
    return payment_approve(payment=payment, opinion="", minutes=minutes, actor=leader, at=NOW)


@pytest.mark.parametrize(
    ("fen", "tier", "signatures"),
    [
        (WAN // 2, "股室审批", 1),
        (WAN // 2 + 1, "分管领导审批", 1),
        (2 * WAN, "分管领导审批", 1),
        (2 * WAN + 1, "主任审批", 2),
    ],
)
def test_the_bound_of_a_tier_belongs_to_the_lower_one(
    line: FundLineRecord, clerk: AccountRecord, fen: int, tier: str, signatures: int
) -> None:
    payment = asked(line, fen, clerk)
    assert (payment.tier, payment.approvals_needed) == (tier, signatures)


def test_two_different_leaders_sign_a_large_payment(
    line: FundLineRecord, clerk: AccountRecord, leader: AccountRecord, second_leader: AccountRecord
) -> None:
    payment = signed(asked(line, 3 * WAN, clerk), leader)
    assert payment.state == PaymentState.ASKED
    with pytest.raises(JipingError, match="您已经签批"):
        signed(payment, leader)
    assert signed(payment, second_leader).state == PaymentState.APPROVED


def test_asking_approving_and_paying_are_three_people(
    line: FundLineRecord, clerk: AccountRecord, leader: AccountRecord, cashier: AccountRecord
) -> None:
    payment = asked(line, WAN, clerk)
    with pytest.raises(JipingError, match="负责人审批"):
        signed(payment, clerk)
    payment = signed(payment, leader)
    for who in (clerk, leader):
        with pytest.raises(JipingError):
            payment_pay(payment=payment, day=DAY, voucher="付1", actor=who, at=NOW)
    assert payment_pay(payment=payment, day=DAY, voucher="付1", actor=cashier, at=NOW).state == PaymentState.PAID


def test_the_database_itself_refuses_that_who_asks_pays(line: FundLineRecord, clerk: AccountRecord) -> None:
    payment = asked(line, WAN, clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        PaymentRecord.objects.filter(pk=payment.pk).update(paid_by=clerk)


def test_what_is_asked_for_binds_the_budget(line: FundLineRecord, clerk: AccountRecord) -> None:
    asked(line, 3 * WAN, clerk)
    with pytest.raises(JipingError, match="可用预算只剩"):
        asked(line, 3 * WAN + 1, clerk)
    asked(line, 3 * WAN, clerk)


def test_a_returned_payment_no_longer_binds(line: FundLineRecord, clerk: AccountRecord, leader: AccountRecord) -> None:
    payment_return(payment=asked(line, 6 * WAN, clerk), reason="重复", actor=leader, at=NOW)
    asked(line, 6 * WAN, clerk)


def test_nothing_is_paid_before_it_has_come_in(
    unpaid: FundLineRecord, clerk: AccountRecord, leader: AccountRecord, cashier: AccountRecord
) -> None:
    payment = signed(asked(unpaid, WAN, clerk), leader)
    with pytest.raises(JipingError, match="到账资金只剩"):
        payment_pay(payment=payment, day=DAY, voucher="付1", actor=cashier, at=NOW)


def test_a_payment_off_purpose_is_refused(line: FundLineRecord, clerk: AccountRecord) -> None:
    for wanted in (Wanted("打印纸", "某酒店", "接待用餐", WAN), Wanted("办公桌", "某家具店", "购桌", WAN)):
        with pytest.raises(JipingError, match="专款专用"):
            payment_ask(line=line, wanted=wanted, actor=clerk, at=NOW)


def test_the_rates_follow_the_bookings(
    line: FundLineRecord, clerk: AccountRecord, leader: AccountRecord, cashier: AccountRecord
) -> None:
    payment = signed(asked(line, 3 * WAN // 2, clerk), leader)
    payment_pay(payment=payment, day=DAY, voucher="付1", actor=cashier, at=NOW)
    project = ProjectRecord.objects.get(pk=line.project_id)
    assert [each.shown for each in rates_of(project)] == ["100.00%", "25.00%"]
    assert (project.summary_received, project.summary_spent) == (6 * WAN, 3 * WAN // 2)
