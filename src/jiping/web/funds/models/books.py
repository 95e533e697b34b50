"""The books: what a project may spend by source, and every booking. Bookings and receipts are never changed."""

from typing import ClassVar

from django.db import models

from jiping.domain.posting import PostingKind
from jiping.web.accounts.models import AccountRecord
from jiping.web.projects.models import ProjectRecord

KINDS = [(kind.value, kind.value) for kind in PostingKind]


class FundLineRecord(models.Model):
    """One source of money of a project; locking its row puts those who spend from it in line."""

    project = models.ForeignKey(ProjectRecord, models.PROTECT, related_name="fund_lines")
    source = models.CharField("资金来源", max_length=40)

    class Meta:
        verbose_name = "资金"
        ordering = ("pk",)
        constraints: ClassVar = [models.UniqueConstraint(fields=("project", "source"), name="source_once")]

    def __str__(self) -> str:
        return f"{self.project} {self.source}"


class PostingRecord(models.Model):
    """One booking, in fen. What was wrong is set right by another one; the database refuses to change this one."""

    line = models.ForeignKey(FundLineRecord, models.PROTECT, related_name="postings")
    kind = models.CharField("类型", max_length=10, choices=KINDS)
    fen = models.BigIntegerField("金额（分）")
    day = models.DateField("日期")
    voucher = models.CharField("凭证号或文号", max_length=100)
    note = models.CharField("说明", max_length=200, blank=True)
    by = models.ForeignKey(AccountRecord, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "记账"
        ordering = ("pk",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(fen__gt=0) | models.Q(kind=PostingKind.CHANGE) & ~models.Q(fen=0),
                name="posting_has_its_sign",
            )
        ]


class ReceiptRecord(models.Model):
    """A rate somebody kept: all it was computed from, named by its own content."""

    project = models.ForeignKey(ProjectRecord, models.PROTECT, related_name="fund_receipts")
    name = models.CharField(max_length=20)
    number = models.CharField("凭据号", max_length=30, unique=True)
    content = models.TextField()
    shown = models.CharField(max_length=20)
    kept_by = models.ForeignKey(AccountRecord, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()

    class Meta:
        verbose_name = "比率凭据"
        ordering = ("pk",)
