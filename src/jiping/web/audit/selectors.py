"""Read the trail, and prove that nobody has touched it."""

from django.db.models import QuerySet

from jiping.domain.chain import BEGINNING, FIELDS, content_digest, instant, link
from jiping.web.audit.models import EventRecord


def events() -> QuerySet[EventRecord]:
    """Return all events, newest first."""
    return EventRecord.objects.order_by("-number")


def first_break() -> int | None:
    """Return the number of the first event that does not follow from the one before it; None when the chain holds."""
    previous, expected = BEGINNING, 1
    for event in EventRecord.objects.order_by("number").iterator():
        digest = link(previous, content_digest(told(event)))
        if event.number != expected or event.previous != previous or event.digest != digest:
            return expected
        previous, expected = event.digest, expected + 1
    return None


def told(event: EventRecord) -> dict[str, object]:
    """Return what an event says, as it is hashed."""
    return {name: getattr(event, name) for name in FIELDS} | {"at": instant(event.at)}
