"""A ledger export that was handed in, waiting for another person to confirm it."""

from typing import ClassVar

from django.db import models

from jiping.domain.posting import PostingKind
from jiping.domain.project import ImportState
from jiping.web.accounts.models import AccountRecord, UnitRecord
from jiping.web.funds.models.books import FundLineRecord
from jiping.web.projects.models import CostRecord

STATES = [(state.value, state.value) for state in ImportState]
KINDS = [(kind.value, kind.value) for kind in (PostingKind.ARRIVAL, PostingKind.SPENT)]


class LedgerRecord(models.Model):
    """One file; `digest` tells the same file handed in twice."""

    unit = models.ForeignKey(UnitRecord, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    file = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=STATES, default=ImportState.WAITING)
    handed_by = models.ForeignKey(AccountRecord, models.PROTECT, related_name="+")
    handed_at = models.DateTimeField()
    decided_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "账簿导入"
        ordering = ("-pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("unit", "digest"), condition=~models.Q(state=ImportState.WITHDRAWN), name="ledger_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit.name} {self.file}"


class LedgerRowRecord(models.Model):
    """One booking of the file, sound by itself; nothing is in the books before it is confirmed."""

    ledger = models.ForeignKey(LedgerRecord, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField("行")
    line = models.ForeignKey(FundLineRecord, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=KINDS)
    day = models.DateField()
    fen = models.BigIntegerField()
    item = models.ForeignKey(CostRecord, models.PROTECT, null=True, blank=True, related_name="+")
    payee = models.CharField(max_length=120, blank=True)
    voucher = models.CharField(max_length=100)

    class Meta:
        ordering = ("number",)
