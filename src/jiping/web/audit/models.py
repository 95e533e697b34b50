"""The trail (留痕): every act as an event, chained by hashes; the database itself refuses to change one."""

from typing import ClassVar

from django.db import models


class StreamRecord(models.Model):
    """The head of a chain; locking its row puts those who append in line."""

    name = models.CharField(max_length=40, unique=True)
    last = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="0" * 64)


class EventRecord(models.Model):
    """One act: who, in which role, when, on what, and what it was before and after. Never changed, never deleted."""

    stream = models.ForeignKey(StreamRecord, models.PROTECT, related_name="events")
    number = models.PositiveBigIntegerField("序号")
    at = models.DateTimeField("时间", db_index=True)
    actor = models.CharField("操作人", max_length=60)
    role = models.CharField("角色", max_length=20)
    act = models.CharField("事项", max_length=40, db_index=True)
    subject = models.CharField("对象", max_length=200, db_index=True)
    before = models.JSONField("之前", default=dict)
    after = models.JSONField("之后", default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = "留痕"
        ordering = ("stream_id", "number")
        constraints: ClassVar = [models.UniqueConstraint(fields=("stream", "number"), name="event_once_in_stream")]
