"""A run of a programme as rows: these are the truth, whatever process works on it.

A batch is written down once it is whole on the disk, so a worker killed anywhere is followed by another that goes on
behind the last one.
"""

from typing import ClassVar

from django.db import models

from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord, UnitRecord
from jiping.web.runs.states import RunState, StepState, Wish

TONES = [("", "办理"), ("good", "办好"), ("warn", "留意"), ("bad", "出错")]


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


class ExceptionRecord(models.Model):
    """A class of cases that went another way, and how many."""

    run = models.ForeignKey(RunRecord, models.CASCADE, related_name="exceptions")
    title = models.CharField("类别", max_length=100)
    treatment = models.CharField("处理方式", max_length=100)
    count = models.PositiveBigIntegerField("人数")

    class Meta:
        ordering = ("-count", "title")
        constraints: ClassVar = [models.UniqueConstraint(fields=("run", "title", "treatment"), name="exception_once")]


class FigureRecord(models.Model):
    """A figure the run proves; `receipt` opens the records behind it. Nothing enters a filing unless a clerk takes it."""

    run = models.ForeignKey(RunRecord, models.CASCADE, related_name="figures")
    code = models.CharField(max_length=10)
    title = models.CharField(max_length=100)
    shown = models.CharField(max_length=100, blank=True)
    arithmetic = models.CharField(max_length=200, blank=True)
    absent = models.CharField(max_length=200, blank=True)
    receipt = models.CharField(max_length=40, db_index=True)

    class Meta:
        ordering = ("run_id", "pk")
        constraints: ClassVar = [models.UniqueConstraint(fields=("run", "code"), name="figure_once")]


class NoteRecord(models.Model):
    """A line of the log a person watches."""

    run = models.ForeignKey(RunRecord, models.CASCADE, related_name="notes")
    at = models.DateTimeField()
    tone = models.CharField(max_length=10, choices=TONES, blank=True)
    text = models.CharField(max_length=300)

    class Meta:
        ordering = ("-pk",)


class WorkerRecord(models.Model):
    """When a worker was last at work: without one, queued runs wait and a page says so."""

    name = models.CharField(max_length=40, unique=True)
    seen_at = models.DateTimeField()


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
