"""双监控: at the pack's dates, how far the money and the goals are, and what is done about a gap."""

from typing import ClassVar

from django.db import models

from jiping.web.accounts.models import AccountRecord
from jiping.web.projects.models.set_up import ProjectRecord, TargetRecord


class MonitoringRecord(models.Model):
    """One monitoring of a project; budget and spending are frozen as they stood when it was handed in, in fen."""

    project = models.ForeignKey(ProjectRecord, models.PROTECT, related_name="monitorings")
    name = models.CharField("监控", max_length=40)
    month = models.PositiveSmallIntegerField("截至月份")
    budget_fen = models.BigIntegerField()
    spent_fen = models.BigIntegerField()
    choice = models.CharField("处理", max_length=20, blank=True)
    act = models.TextField("整改措施", blank=True)
    owner = models.CharField("责任人", max_length=40, blank=True)
    due = models.DateField("完成期限", null=True, blank=True)
    handed_by = models.ForeignKey(AccountRecord, models.PROTECT, related_name="+")
    handed_at = models.DateTimeField()

    class Meta:
        verbose_name = "监控"
        ordering = ("project_id", "month")
        constraints: ClassVar = [models.UniqueConstraint(fields=("project", "month"), name="monitored_once")]


class ProgressRecord(models.Model):
    """How far one target is: what is done, how much of the year's target that is, and how sure the rest is."""

    monitoring = models.ForeignKey(MonitoringRecord, models.CASCADE, related_name="progress")
    target = models.ForeignKey(TargetRecord, models.PROTECT, related_name="+")
    done = models.CharField("执行情况", max_length=200)
    percent = models.DecimalField("完成进度", max_digits=6, decimal_places=2)
    outlook = models.CharField("完成目标可能性", max_length=20)
    cause = models.CharField("偏差原因归类", max_length=20, blank=True)
    reason = models.TextField("偏差原因", blank=True)

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("monitoring", "target"), name="progress_once"),
            models.CheckConstraint(condition=models.Q(percent__gte=0), name="progress_not_negative"),
        ]
