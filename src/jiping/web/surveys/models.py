"""A satisfaction survey as rows. What is answered never meets the code it was answered with: no row names both."""

from enum import StrEnum
from typing import ClassVar

from django.db import models

from jiping.web.accounts.models import AccountRecord, UnitRecord


class SurveyState(StrEnum):
    """A survey is open until somebody closes it; then it has its figures."""

    OPEN = "调查中"
    CLOSED = "已结束"


class Channel(StrEnum):
    """How an answer came."""

    PHONE = "手机"
    PAPER = "纸质"


class SurveyRecord(models.Model):
    """One survey of those a business served in a year; drawn by `seed`, so anybody can draw the same again."""

    unit = models.ForeignKey(UnitRecord, models.PROTECT, related_name="surveys")
    programme = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("调查", max_length=100)
    pack = models.CharField("规则包", max_length=40)
    seed = models.CharField("抽样种子", max_length=60)
    drawn_on = models.DateField("抽样日期")
    closes_on = models.DateField("截止日期")
    population = models.PositiveIntegerField("服务对象人数", default=0)
    needed = models.PositiveIntegerField("最少答卷", default=0)
    invited = models.PositiveIntegerField("发放份数", default=0)
    state = models.CharField(
        max_length=10, choices=[(each.value, each.value) for each in SurveyState], default=SurveyState.OPEN
    )
    asked_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    closed_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "满意度调查"
        ordering = ("-pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("unit", "programme", "year"),
                condition=models.Q(state=SurveyState.OPEN),
                name="one_open_survey_of_a_kind",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}（{self.year} 年度，第 {self.pk} 号）"


class StratumRecord(models.Model):
    """A group of those served, and how many of them are asked."""

    survey = models.ForeignKey(SurveyRecord, models.CASCADE, related_name="strata")
    name = models.CharField(max_length=100)
    people = models.PositiveIntegerField()
    seats = models.PositiveIntegerField()

    class Meta:
        ordering = ("name",)


class CodeRecord(models.Model):
    """A one-time code, by its keyed digest only; when it was used is not kept, so that no answer can be found by time."""

    survey = models.ForeignKey(SurveyRecord, models.CASCADE, related_name="codes")
    number = models.PositiveIntegerField()
    stratum = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    used = models.BooleanField(default=False)

    class Meta:
        ordering = ("survey_id", "number")
        constraints: ClassVar = [models.UniqueConstraint(fields=("survey", "number"), name="code_once")]


class ReplyRecord(models.Model):
    """One filled questionnaire under a random number."""

    survey = models.ForeignKey(SurveyRecord, models.CASCADE, related_name="replies")
    respondent = models.CharField(max_length=32, unique=True)
    stratum = models.CharField(max_length=100)
    channel = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Channel])
    answered_on = models.DateField()

    class Meta:
        ordering = ("respondent",)


class TickRecord(models.Model):
    """One question of a reply."""

    reply = models.ForeignKey(ReplyRecord, models.CASCADE, related_name="ticks")
    question = models.CharField(max_length=40)
    option = models.CharField(max_length=40)

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [models.UniqueConstraint(fields=("reply", "question"), name="question_ticked_once")]


class SurveyFigureRecord(models.Model):
    """What a closed survey proves; `receipt` lies in the survey's own data folder."""

    survey = models.ForeignKey(SurveyRecord, models.CASCADE, related_name="figures")
    code = models.CharField(max_length=10)
    title = models.CharField(max_length=100)
    shown = models.CharField(max_length=100, blank=True)
    arithmetic = models.CharField(max_length=200, blank=True)
    absent = models.CharField(max_length=200, blank=True)
    receipt = models.CharField(max_length=40, db_index=True)

    class Meta:
        ordering = ("survey_id", "pk")
        constraints: ClassVar = [models.UniqueConstraint(fields=("survey", "code"), name="survey_figure_once")]
