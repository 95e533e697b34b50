"""Tasks of rectification (整改): what a reviewer took up, or a unit named as a problem, until somebody has accepted its mending.

They stand beside the filing and below the review, because the next year's filing must answer them before it may be sent.
"""

from typing import ClassVar

from django.db import models

from jiping.domain.task import TaskState
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models.filing import FilingRecord

TASK_STATES = [(state.value, state.value) for state in TaskState]


class TaskRecord(models.Model):
    """One thing to mend. Its owner is the unit of the filing; `code` and `where` name the finding it comes from, if any."""

    filing = models.ForeignKey(FilingRecord, models.PROTECT, related_name="tasks")
    state = models.CharField("状态", max_length=10, choices=TASK_STATES, default=TaskState.PROPOSED)
    code = models.CharField("编号", max_length=10, blank=True)
    where = models.TextField(blank=True)
    said = models.TextField("要求")
    due = models.DateField("期限", null=True, blank=True)
    raised_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    raised_at = models.DateTimeField()
    answer = models.TextField("整改情况", blank=True)
    answered_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    verdict = models.TextField("验收意见", blank=True)
    judged_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    judged_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "整改事项"
        ordering = ("filing_id", "pk")
        indexes: ClassVar = [models.Index(fields=("state", "due"), name="task_due")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("filing", "code", "where"),
                condition=models.Q(state=TaskState.PROPOSED) & ~models.Q(code=""),
                name="task_proposed_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.filing} {self.code or '其他要求'}"
