"""Append to the trail, inside the transaction of the act itself."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from jiping.domain.chain import content_digest, instant, link
from jiping.web.audit.actor import Actor
from jiping.web.audit.models import EventRecord, StreamRecord

SYSTEM = "系统"
Facts = Mapping[str, object]


def event_append(
    *,
    act: str,
    subject: str,
    actor: Actor | None,
    at: datetime,
    before: Facts | None = None,
    after: Facts | None = None,
) -> EventRecord:
    """Add an event at the end of the one chain. Must be called inside the act's own transaction.

    `actor` None is the program itself. `before` and `after` hold plain JSON values, ids already masked.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("event_append outside the transaction of its act")
    StreamRecord.objects.get_or_create(name="main")
    head = StreamRecord.objects.select_for_update().get(name="main")
    told: dict[str, object] = {
        "number": head.last + 1,
        "at": instant(at),
        "actor": SYSTEM if actor is None else f"{actor.name}（{actor.username}）",
        "role": SYSTEM if actor is None else actor.duty.label,
        "act": act,
        "subject": subject,
        "before": dict(before or {}),
        "after": dict(after or {}),
    }
    digest = link(head.digest, content_digest(told))
    event = EventRecord.objects.create(stream=head, previous=head.digest, digest=digest, **{**told, "at": at})
    head.last, head.digest = event.number, digest
    head.save(update_fields=["last", "digest"])
    return event
