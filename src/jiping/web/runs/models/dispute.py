"""Doubts of insured persons about their statements."""

from typing import ClassVar

from django.db import models

from jiping.web.accounts.models import AccountRecord
from jiping.web.runs.models.run import RunRecord


class DisputeRecord(models.Model):
    """An insured person doubts a statement: a task for the clerk until it is answered."""

    run = models.ForeignKey(RunRecord, models.PROTECT, related_name="disputes")
    person = models.BigIntegerField("个人编号")
    statement_number = models.BigIntegerField("对账单号")
    text = models.TextField("疑问")
    raised_at = models.DateTimeField()
    answer = models.TextField("答复", blank=True)
    answered_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "对账单疑问"
        ordering = ("-pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("run", "person"), condition=models.Q(answered_at=None), name="one_open_dispute_each"
            )
        ]

    def __str__(self) -> str:
        return f"对账单 {self.statement_number}"
