"""What a review leaves behind: values re-scored beside the unit's, and the records of draws."""

from typing import ClassVar

from django.db import models

from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord, IndicatorRecord


class ReviewedRecord(models.Model):
    """The reviewed total of one filing (复核), beside the unit's own."""

    filing = models.OneToOneField(FilingRecord, models.PROTECT, related_name="reviewed")
    own = models.DecimalField("自评得分", max_digits=9, decimal_places=3)
    score = models.DecimalField("复核得分", max_digits=9, decimal_places=3)
    kind = models.CharField("偏差类别", max_length=20)
    grade = models.CharField("复核等次", max_length=10)
    by = models.ForeignKey(AccountRecord, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "复核结果"


class ReviewedRowRecord(models.Model):
    """One indicator as a reviewer found it. Empty texts leave the unit's own; a score left out follows from the rules."""

    reviewed = models.ForeignKey(ReviewedRecord, models.CASCADE, related_name="rows")
    indicator = models.ForeignKey(IndicatorRecord, models.PROTECT, related_name="+")
    actual = models.TextField("复核完成值", blank=True)
    score = models.DecimalField("复核得分", max_digits=9, decimal_places=3, null=True, blank=True)
    reason = models.TextField("复核理由")

    class Meta:
        verbose_name = "复核指标"
        ordering = ("indicator__position",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("reviewed", "indicator"), name="reviewed_row_once"),
        ]


class DrawRecord(models.Model):
    """One draw of a sample (抽样记录): everything needed to repeat it. The database refuses to change it."""

    year = models.PositiveSmallIntegerField("年度", db_index=True)
    seed = models.CharField("种子", max_length=60)
    total = models.PositiveIntegerField("指定份数", null=True, blank=True)
    population = models.PositiveIntegerField("抽样框份数")
    drawn = models.PositiveIntegerField("抽中份数")
    digest = models.CharField("抽样框校验值", max_length=64)
    content = models.TextField("抽样记录")
    by = models.ForeignKey(AccountRecord, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "抽样"
        ordering = ("-pk",)


class DrawnRecord(models.Model):
    """One filing of a sample, with the stratum and the ticket that brought it there."""

    draw = models.ForeignKey(DrawRecord, models.PROTECT, related_name="filings")
    filing = models.ForeignKey(FilingRecord, models.PROTECT, related_name="drawn")
    stratum = models.CharField("层", max_length=60)
    ticket = models.CharField(max_length=64)
    for_unit = models.BooleanField("为覆盖单位补抽", default=False)

    class Meta:
        verbose_name = "抽中的自评"
        ordering = ("pk",)
        constraints: ClassVar = [models.UniqueConstraint(fields=("draw", "filing"), name="drawn_once")]
