"""Tokens with which programs act for an account; only their digests are kept."""

from django.db import models

from jiping.web.accounts.models import AccountRecord


class TokenRecord(models.Model):
    """A token of an account; what it may do and see is what its account may."""

    account = models.ForeignKey(AccountRecord, models.PROTECT, related_name="api_tokens")
    name = models.CharField("用途", max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField("生成时间")
    revoked_at = models.DateTimeField("作废时间", null=True, blank=True)

    class Meta:
        verbose_name = "接口令牌"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"接口令牌“{self.name}”"
