"""What was made public, when, by whom, and the very files that were given out."""

from typing import ClassVar

from django.db import models

from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord, FilingVersion


class PublicationRecord(models.Model):
    """One publication of a sealed version, until it is withdrawn. What stands here is shown to everybody.

    `project` to `grade` are copies for lists, taken from the version when it was published; it never changes.
    """

    filing = models.ForeignKey(FilingRecord, models.PROTECT, related_name="publications")
    version = models.ForeignKey(FilingVersion, models.PROTECT, related_name="+")
    parts = models.JSONField(default=list)
    project = models.CharField("项目", max_length=200)
    amount = models.DecimalField("支出（万元）", max_digits=18, decimal_places=6, null=True)
    rate = models.CharField("预算执行率", max_length=40, blank=True)
    satisfaction = models.CharField("满意度", max_length=40, blank=True)
    score = models.DecimalField("自评得分", max_digits=9, decimal_places=3, null=True)
    grade = models.CharField("等级", max_length=10, blank=True)
    published_at = models.DateTimeField("公开时间")
    published_by = models.ForeignKey(AccountRecord, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)
    withdrawn_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_for = models.TextField("撤回理由", blank=True)

    class Meta:
        verbose_name = "公开"
        ordering = ("filing__unit_id", "filing_id", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("filing",), condition=models.Q(withdrawn_at=None), name="published_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.project} 第 {self.version.number} 版"


class PublishedFile(models.Model):
    """A file as everybody gets it: drawn once, when it was published."""

    publication = models.ForeignKey(PublicationRecord, models.PROTECT, related_name="files")
    kind = models.CharField(max_length=10)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = "公开文件"
        ordering = ("pk",)
        constraints: ClassVar = [models.UniqueConstraint(fields=("publication", "kind"), name="published_file_once")]
