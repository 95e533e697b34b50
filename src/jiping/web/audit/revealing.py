"""Show a masked text whole: only through here, and each time with a mark in the trail."""

from datetime import datetime

from django.db import models, transaction

from jiping.web.audit.actor import Actor
from jiping.web.audit.services import event_append
from jiping.web.vault.secret import Secret


@transaction.atomic
def secret_reveal(*, record: models.Model, field: str, actor: Actor, reason: str, at: datetime) -> str:
    """Return the whole text of `record.field`; the trail tells who saw it and why, never the text."""
    secret: Secret = getattr(record, field)
    told = record._meta.get_field(field).verbose_name  # type: ignore[union-attr]  # noqa: SLF001
    event_append(
        act="查看完整内容",
        subject=f"{record._meta.verbose_name} {record.pk} {told}",  # noqa: SLF001
        actor=actor,
        at=at,
        after={"shown": str(secret), "reason": reason.strip()},
    )
    return secret.plain
