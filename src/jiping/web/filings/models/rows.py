"""What stands below a draft: only what a person typed, confirmed or answered for. Scores and findings are computed at each view."""

from typing import ClassVar

from django.db import models

from jiping.domain.filing import SectionName
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models.filing import FilingRecord

SECTIONS = [(name.value, name.value) for name in SectionName]


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
