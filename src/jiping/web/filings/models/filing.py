"""The head of a draft, and the copies that lists of a hundred thousand filings count and sort by."""

from typing import ClassVar

from django.db import models

from jiping.domain.filing import Form
from jiping.domain.workflow import State
from jiping.web.accounts.models import AccountRecord, UnitRecord

STATES = [(state.value, state.value) for state in State]
FORMS = [(form.value, form.value) for form in Form]


class FilingRecord(models.Model):
    """One project's self-evaluation of one year, in work. `summary_…` are copies for lists, rebuilt from the value."""

    unit = models.ForeignKey(UnitRecord, models.PROTECT, related_name="filings")
    project = models.CharField("项目名称", max_length=200)
    unit_name = models.CharField("填报单位", max_length=200, null=True, blank=True)
    year = models.PositiveSmallIntegerField("年度", db_index=True)
    state = models.CharField("状态", max_length=10, choices=STATES, default=State.DRAFT)
    draft = models.PositiveSmallIntegerField("第几稿", default=1)
    form = models.CharField(max_length=10, choices=FORMS, default=Form.STATEMENT)
    title = models.TextField(null=True, blank=True)
    department = models.TextField(null=True, blank=True)
    started = models.TextField(null=True, blank=True)
    finished = models.TextField(null=True, blank=True)
    expenditure = models.TextField(null=True, blank=True)
    stated_score = models.TextField(null=True, blank=True)
    stated_grade = models.TextField(null=True, blank=True)
    stated_satisfaction = models.TextField(null=True, blank=True)
    total_weight = models.TextField(null=True, blank=True)
    total_score = models.TextField(null=True, blank=True)
    funds = models.JSONField(default=list)
    level_weights = models.JSONField(default=list)
    sign_off = models.JSONField(default=dict)
    doubts = models.JSONField(default=list)
    money_unit = models.CharField(max_length=10, default="万元")
    summary_amount = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    summary_stated = models.DecimalField(max_digits=9, decimal_places=3, null=True, blank=True)
    summary_total = models.DecimalField(max_digits=9, decimal_places=3, null=True, blank=True)
    summary_grade = models.CharField(max_length=10, blank=True)
    summary_must = models.PositiveSmallIntegerField(default=0)
    summary_doubt = models.PositiveSmallIntegerField(default=0)
    summary_proven = models.PositiveSmallIntegerField(default=0)
    summary_rows = models.PositiveSmallIntegerField(default=0)
    summary_differs = models.BooleanField("自评与复算不一致", default=False)
    summary_points = models.PositiveSmallIntegerField("自评分的整数部分", null=True, blank=True)
    saved_at = models.DateTimeField("保存时间")
    saved_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    submitted_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "自评"
        ordering = ("-year", "unit_id", "pk")
        constraints: ClassVar = [models.UniqueConstraint(fields=("unit", "year", "project"), name="filing_once_a_year")]
        indexes: ClassVar = [
            # read in its own order and never beyond itself: the counters of the review board
            models.Index(
                fields=("year", "state", "summary_differs", "summary_points", "summary_must", "unit"),
                name="filing_counters",
            ),
            models.Index(fields=("year", "-summary_must", "-summary_doubt", "id"), name="filing_worst_first"),
            models.Index(
                fields=("year", "state", "-summary_must", "-summary_doubt", "id"), name="filing_worst_of_state"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_name or ''}“{self.project}”（{self.year} 年度）"
