"""A run, its steps and its batches: the truth of what is done, whatever process works on it.

A batch is written down once it is whole on the disk, so a worker killed anywhere is followed by another that goes on
behind the last one.
"""

from typing import ClassVar

from django.db import models

from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord, UnitRecord
from jiping.web.runs.states import RunState, StepState, Wish


def _choices(words: type[RunState | StepState | Wish]) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in words]


class RunRecord(models.Model):
    """One run of a job. `turn` grows with every worker that takes it: an older one notices and lets go."""

    unit = models.ForeignKey(UnitRecord, models.PROTECT, related_name="runs")
    job = models.CharField(max_length=20)
    programme = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("事项", max_length=100)
    pack = models.CharField("规则包", max_length=40)
    state = models.CharField(max_length=10, choices=_choices(RunState), default=RunState.QUEUED, db_index=True)
    wish = models.CharField(max_length=10, choices=_choices(Wish), default=Wish.NONE, blank=True)
    asked_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    day = models.DateField("按哪一天的情况办理")
    turn = models.PositiveIntegerField(default=0)
    heartbeat = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    list_number = models.CharField("发放名单", max_length=20, blank=True)
    fault = models.TextField(blank=True)
    remedy = models.TextField(blank=True)

    class Meta:
        verbose_name = "办理"
        ordering = ("-pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("unit", "job", "programme", "year"),
                condition=~models.Q(state__in=[RunState.DONE, RunState.STOPPED]),
                name="one_run_of_a_kind_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}（{self.year} 年度，第 {self.pk} 号）"


class StepRecord(models.Model):
    """One step; where `gate` names a role, a person in it opens the step before it is worked on."""

    run = models.ForeignKey(RunRecord, models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=40)
    note = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=10, choices=_choices(StepState), default=StepState.AHEAD)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(null=True, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    gate = models.CharField(max_length=20, choices=[(each.value, each.label) for each in Role], blank=True)
    act = models.CharField(max_length=20, blank=True)
    opened_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("run_id", "position")
        constraints: ClassVar = [models.UniqueConstraint(fields=("run", "position"), name="step_in_its_place")]

    def __str__(self) -> str:
        return self.title


class BatchRecord(models.Model):
    """So many from `first` on are done; the batches of a step follow each other without gap or overlap."""

    step = models.ForeignKey(StepRecord, models.CASCADE, related_name="batches")
    first = models.PositiveBigIntegerField()
    count = models.PositiveBigIntegerField()
    finished_at = models.DateTimeField()

    class Meta:
        ordering = ("step_id", "first")
        constraints: ClassVar = [models.UniqueConstraint(fields=("step", "first"), name="batch_once")]


class WorkerRecord(models.Model):
    """When a worker was last at work: without one, queued runs wait and a page says so."""

    name = models.CharField(max_length=40, unique=True)
    seen_at = models.DateTimeField()
