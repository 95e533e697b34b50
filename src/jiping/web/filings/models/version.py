"""A sealed version: the whole value as canonical text, never changed again."""

from typing import ClassVar

from django.db import models

from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models.filing import FilingRecord


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
