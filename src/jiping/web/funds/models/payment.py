"""A payment from the asking to the voucher. Who asked, who approved and who paid are three people."""

from typing import ClassVar

from django.db import models

from jiping.domain.project import PaymentState
from jiping.web.accounts.models import AccountRecord
from jiping.web.funds.models.books import FundLineRecord, PostingRecord
from jiping.web.projects.models import CostRecord

STATES = [(state.value, state.value) for state in PaymentState]


class PaymentRecord(models.Model):
    """A payment; the tier it falls in is kept as it was on the day it was asked for."""

    line = models.ForeignKey(FundLineRecord, models.PROTECT, related_name="payments")
    item = models.ForeignKey(CostRecord, models.PROTECT, related_name="+")
    payee = models.CharField("收款人", max_length=120)
    purpose = models.CharField("事由", max_length=200)
    fen = models.BigIntegerField("金额（分）")
    state = models.CharField(max_length=10, choices=STATES, default=PaymentState.ASKED)
    tier = models.CharField("审批层级", max_length=40)
    approvals_needed = models.PositiveSmallIntegerField()
    minutes_needed = models.BooleanField()
    minutes = models.CharField("会议纪要", max_length=100, blank=True)
    asked_by = models.ForeignKey(AccountRecord, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    paid_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    returned_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField("退回原因", blank=True)
    posting = models.OneToOneField(PostingRecord, models.PROTECT, null=True, blank=True, related_name="payment")

    class Meta:
        verbose_name = "付款"
        ordering = ("-pk",)
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(fen__gt=0), name="payment_is_positive"),
            models.CheckConstraint(
                condition=models.Q(paid_by__isnull=True) | ~models.Q(paid_by=models.F("asked_by")),
                name="who_asks_never_pays",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line.project} {self.item}：{self.payee}"


class ApprovalRecord(models.Model):
    """One leader's signature under a payment."""

    payment = models.ForeignKey(PaymentRecord, models.PROTECT, related_name="approvals")
    leader = models.ForeignKey(AccountRecord, models.PROTECT, related_name="+")
    opinion = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [models.UniqueConstraint(fields=("payment", "leader"), name="signed_once")]
