"""Read the trail, and prove that nobody has touched it."""

from django.db.models import QuerySet

from jiping.web.audit.chain import BEGINNING, instant, link
from jiping.web.audit.models import EventRecord


def events() -> QuerySet[EventRecord]:
    """Return all events, newest first."""
    return EventRecord.objects.order_by("-number")


def first_break() -> int | None:
    """Return the number of the first event that does not follow from the one before it; None when the chain holds."""
    previous, expected = BEGINNING, 1
    for event in EventRecord.objects.order_by("number").iterator():
        told = {
            name: getattr(event, name)
            for name in ("number", "actor", "role", "act", "subject", "before", "after", "previous")
        }
        digest = link({**told, "at": instant(event.at)})
        if event.number != expected or event.previous != previous or event.digest != digest:
            return expected
        previous, expected = event.digest, expected + 1
    return None
