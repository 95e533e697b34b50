"""What a run tells while it works: classes of exceptions, figures with receipts, the log."""

from typing import ClassVar

from django.db import models

from jiping.web.runs.models.run import RunRecord

TONES = [("", "办理"), ("good", "办好"), ("warn", "留意"), ("bad", "出错")]


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
