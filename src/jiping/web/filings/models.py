"""Drafts as rows: only what a person typed, confirmed or answered for. Scores and findings are computed at each view.

A sealed version is another thing: the whole value as canonical text, never changed again.
"""

from typing import ClassVar

from django.db import models

from jiping.domain.filing import Form, SectionName
from jiping.domain.workflow import State
from jiping.web.accounts.models import AccountRecord, UnitRecord

STATES = [(state.value, state.value) for state in State]
FORMS = [(form.value, form.value) for form in Form]
SECTIONS = [(name.value, name.value) for name in SectionName]


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
    saved_at = models.DateTimeField("保存时间")
    saved_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    submitted_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "自评"
        ordering = ("-year", "unit_id", "pk")
        constraints: ClassVar = [models.UniqueConstraint(fields=("unit", "year", "project"), name="filing_once_a_year")]
        indexes: ClassVar = [
            models.Index(fields=("year", "state", "unit"), name="filing_board"),
            models.Index(fields=("year", "-summary_must", "-summary_doubt"), name="filing_worst_first"),
        ]

    def __str__(self) -> str:
        return f"{self.project}（{self.year} 年度）"


class IndicatorRecord(models.Model):
    """One row of the score table. `version` grows with every save, so two people never overwrite each other unseen."""

    filing = models.ForeignKey(FilingRecord, models.CASCADE, related_name="indicators")
    position = models.PositiveSmallIntegerField()
    level1 = models.TextField(null=True, blank=True)
    level2 = models.TextField(null=True, blank=True)
    level3 = models.TextField()
    target = models.TextField(null=True, blank=True)
    actual = models.TextField(null=True, blank=True)
    weight = models.TextField(null=True, blank=True)
    score = models.TextField(null=True, blank=True)
    reason = models.TextField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    confirmed_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "指标"
        ordering = ("position",)
        constraints: ClassVar = [models.UniqueConstraint(fields=("filing", "position"), name="indicator_in_its_place")]


class EvidenceRecord(models.Model):
    """A document or record behind an actual value; `receipt` names a measured figure, `digest` an uploaded file."""

    indicator = models.ForeignKey(IndicatorRecord, models.CASCADE, related_name="evidence")
    title = models.CharField("名称", max_length=200)
    number = models.CharField("文号", max_length=100, null=True, blank=True)
    dated = models.CharField("日期", max_length=40, null=True, blank=True)
    note = models.CharField("说明", max_length=200, null=True, blank=True)
    receipt = models.CharField("凭据号", max_length=40, blank=True)
    digest = models.CharField("文件校验值", max_length=64, blank=True)

    class Meta:
        verbose_name = "佐证"
        ordering = ("pk",)


class SectionRecord(models.Model):
    """One part of the narrative."""

    filing = models.ForeignKey(FilingRecord, models.CASCADE, related_name="sections")
    name = models.CharField(max_length=20, choices=SECTIONS)
    heading = models.TextField()
    text = models.TextField(blank=True)
    bound = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "正文"
        ordering = ("pk",)
        constraints: ClassVar = [models.UniqueConstraint(fields=("filing", "name"), name="section_once")]


class WaiverRecord(models.Model):
    """A finding a person has answered for."""

    filing = models.ForeignKey(FilingRecord, models.CASCADE, related_name="waivers")
    code = models.CharField("编号", max_length=10)
    where = models.TextField(null=True, blank=True)
    reason = models.TextField("理由")
    person = models.CharField("处理人", max_length=60)
    date = models.DateField("日期")

    class Meta:
        verbose_name = "免提"
        ordering = ("pk",)


class FilingVersion(models.Model):
    """A sealed version: what was said, computed and found on the day it was handed in. The database refuses to change it."""

    filing = models.ForeignKey(FilingRecord, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("版次")
    content = models.TextField()
    findings = models.JSONField(default=list)
    total = models.TextField(null=True)
    grade = models.CharField(max_length=10, blank=True)
    pack = models.TextField()
    code_version = models.CharField(max_length=20)
    digest = models.CharField(max_length=64, unique=True)
    sealed_at = models.DateTimeField()
    sealed_by = models.ForeignKey(AccountRecord, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "封存版本"
        ordering = ("filing_id", "number")
        constraints: ClassVar = [models.UniqueConstraint(fields=("filing", "number"), name="version_once")]
