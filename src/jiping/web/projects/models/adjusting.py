"""Mid-year changes of targets: asked with a reason, decided by another; the old values stay for ever."""

from typing import ClassVar

from django.db import models

from jiping.domain.project import ChangeState
from jiping.web.accounts.models import AccountRecord
from jiping.web.projects.models.set_up import ProjectRecord, TargetRecord

STATES = [(state.value, state.value) for state in ChangeState]


class AdjustmentRecord(models.Model):
    """One request to change targets."""

    project = models.ForeignKey(ProjectRecord, models.PROTECT, related_name="adjustments")
    reason = models.TextField("调整原因")
    state = models.CharField(max_length=10, choices=STATES, default=ChangeState.ASKED)
    asked_by = models.ForeignKey(AccountRecord, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    opinion = models.TextField(blank=True)

    class Meta:
        verbose_name = "目标调整"
        ordering = ("-pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("project",), condition=models.Q(state=ChangeState.ASKED), name="one_adjustment_at_a_time"
            )
        ]


class AdjustmentLineRecord(models.Model):
    """One target in a change: what it was when the change was asked for, and what it is to become."""

    adjustment = models.ForeignKey(AdjustmentRecord, models.PROTECT, related_name="lines")
    target = models.ForeignKey(TargetRecord, models.PROTECT, related_name="changes")
    old_target = models.CharField(max_length=200)
    old_weight = models.DecimalField(max_digits=6, decimal_places=2)
    new_target = models.CharField(max_length=200)
    new_weight = models.DecimalField(max_digits=6, decimal_places=2)

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [models.UniqueConstraint(fields=("adjustment", "target"), name="target_changed_once")]
