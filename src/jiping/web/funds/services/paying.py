"""A payment's way: asked within budget and purpose, approved by as many as its amount demands, paid by a third person."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.fen import yuan_text
from jiping.domain.masking import masked
from jiping.domain.posting import PostingKind
from jiping.domain.project import PaymentState
from jiping.rulepack.pack import RulePack
from jiping.use_cases.fund_rules import off_purpose, tier_of
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.funds.models import ApprovalRecord, FundLineRecord, PaymentRecord
from jiping.web.funds.policy import not_approving, not_paying, require
from jiping.web.funds.selectors import balance_now
from jiping.web.funds.services.booking import Entry, line_locked, post
from jiping.web.projects.models import CostRecord
from jiping.web.projects.selectors import pack_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """A payment as it is asked for; `item` is the name of a line of the approved estimate."""

    item: str
    payee: str
    purpose: str
    fen: int


@transaction.atomic
def payment_ask(*, line: FundLineRecord, wanted: Wanted, actor: AccountRecord, at: datetime) -> PaymentRecord:
    """Ask for a payment. Raises JipingError with the reason where it is over budget or off purpose."""
    locked = line_locked(line, actor)
    pack = pack_of(locked.project)
    item = require_payable(locked, wanted, pack)
    tier = tier_of(pack, wanted.fen)
    payment = PaymentRecord.objects.create(
        line=locked,
        item=item,
        payee=masked(wanted.payee.strip()),
        purpose=masked(wanted.purpose.strip()),
        fen=wanted.fen,
        tier=tier.name,
        approvals_needed=tier.approvals,
        minutes_needed=tier.minutes,
        asked_by=actor,
        asked_at=at,
    )
    _note("申请付款", payment, actor, at, {"事由": payment.purpose, "层级": tier.name})
    return payment


@transaction.atomic
def payment_approve(
    *, payment: PaymentRecord, opinion: str, minutes: str, actor: AccountRecord, at: datetime
) -> PaymentRecord:
    """Sign a payment; with the last signature it may be paid. Raises JipingError for the asker and for a second signature."""
    locked = _in_state(payment, PaymentState.ASKED)
    require(not_approving(actor, locked))
    if locked.minutes_needed and not (minutes.strip() or locked.minutes):
        raise JipingError(
            f"{yuan_text(locked.fen)} 元要“{locked.tier}”，没有写会议纪要文号。", remedy="请集体研究后填写纪要文号。"
        )
    ApprovalRecord.objects.create(payment=locked, leader=actor, opinion=opinion.strip(), at=at)
    locked.minutes = locked.minutes or minutes.strip()
    if locked.approvals.count() >= locked.approvals_needed:
        locked.state = PaymentState.APPROVED
    locked.save(update_fields=["minutes", "state"])
    _note("审批付款", locked, actor, at, {"意见": opinion.strip(), "会议纪要": locked.minutes})
    return locked


@transaction.atomic
def payment_return(*, payment: PaymentRecord, reason: str, actor: AccountRecord, at: datetime) -> PaymentRecord:
    """Send a payment back; it no longer binds money. Raises JipingError without a reason."""
    locked = _in_state(payment, PaymentState.ASKED)
    require(not_approving(actor, locked))
    if not reason.strip():
        raise JipingError("退回付款要写明原因。", remedy="请写清哪里不对。")
    locked.state, locked.returned_by, locked.reason = PaymentState.RETURNED, actor, reason.strip()
    locked.save(update_fields=["state", "returned_by", "reason"])
    _note("退回付款", locked, actor, at, {"原因": locked.reason})
    return locked


@transaction.atomic
def payment_pay(
    *, payment: PaymentRecord, day: date, voucher: str, actor: AccountRecord, at: datetime
) -> PaymentRecord:
    """Pay what is approved and book it. Raises JipingError for asker and approvers, and where the money has not come in."""
    line = line_locked(payment.line, actor)
    locked = _in_state(payment, PaymentState.APPROVED)
    require(not_paying(actor, locked))
    cash = balance_now(line).cash
    if locked.fen > cash:
        raise JipingError(
            f"到账资金只剩 {yuan_text(cash)} 元，不够支付 {yuan_text(locked.fen)} 元。",
            remedy="请等资金到账并记账后再支付。",
        )
    note = f"{locked.item}：{locked.payee}"
    locked.posting = post(line, PostingKind.SPENT, Entry(locked.fen, day, voucher, note), actor, at)
    locked.state, locked.paid_by = PaymentState.PAID, actor
    locked.save(update_fields=["posting", "state", "paid_by"])
    return locked


def require_payable(line: FundLineRecord, wanted: Wanted, pack: RulePack) -> CostRecord:
    """Return the estimate's line a payment is for. Raises JipingError where it has none, or the budget has no room."""
    item = line.project.costs.filter(item=wanted.item).first()
    if item is None:
        allowed = "、".join(each.item for each in line.project.costs.all())
        raise JipingError(
            f"用途“{wanted.item}”不在项目批准的测算内。", why="专项资金要专款专用。", remedy=f"可选的用途：{allowed}。"
        )
    found = off_purpose(pack, wanted.purpose)
    if found:
        raise JipingError(
            f"事由写到“{'、'.join(found)}”，不能从项目资金支付。",
            why="专项资金要专款专用。",
            remedy="请核对事由；写错的请改写。",
        )
    if wanted.fen <= 0 or not wanted.payee.strip() or not wanted.purpose.strip():
        raise JipingError("付款没有写全。", remedy="请写收款人、事由和大于零的金额。")
    free = balance_now(line).free
    if wanted.fen > free:
        raise JipingError(
            f"“{line.source}”可用预算只剩 {yuan_text(free)} 元，付不了 {yuan_text(wanted.fen)} 元。",
            why="可用预算是调整后预算减去已支付和已申请的。",
            remedy="请核对金额；确需增加的，先办预算调剂。",
        )
    return item


def _in_state(payment: PaymentRecord, state: PaymentState) -> PaymentRecord:
    locked = PaymentRecord.objects.select_for_update().get(pk=payment.pk)
    if locked.state != state:
        raise JipingError(f"这笔付款现在“{locked.state}”，不能这样办。", remedy=f"“{state}”的付款才能这样办。")
    return locked


def _note(act: str, payment: PaymentRecord, actor: AccountRecord, at: datetime, told: dict[str, str]) -> None:
    after = {"金额": yuan_text(payment.fen), "state": payment.state} | told
    event_append(act=act, subject=f"{payment} 第 {payment.pk} 笔", actor=actor, at=at, after=after)
