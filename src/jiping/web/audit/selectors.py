"""Read the trail, and prove that nobody has touched it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from jiping.domain.chain import BEGINNING, FIELDS, content_digest, instant, link
from jiping.use_cases.trail_package import Span
from jiping.web.audit.models import EventRecord, StreamRecord


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: words in actor or subject, one act, days from and to, one number. None and "" ask for nothing."""

    words: str = ""
    act: str = ""
    since: date | None = None
    until: date | None = None
    number: int | None = None


def events() -> QuerySet[EventRecord]:
    """Return all events, newest first."""
    return EventRecord.objects.order_by("-number")


def head() -> StreamRecord | None:
    """Return the end of the chain; None before the first event."""
    return StreamRecord.objects.filter(name="main").first()


def events_found(search: Search, stream: StreamRecord | None) -> QuerySet[EventRecord]:
    """Return the events that answer `search`, newest first; naming the stream lets the index give their order."""
    found = EventRecord.objects.filter(stream=stream).order_by("-number")
    if search.number is not None:
        return found.filter(number=search.number)
    if search.words:
        found = found.filter(Q(actor__icontains=search.words) | Q(subject__icontains=search.words))
    if search.act:
        found = found.filter(act=search.act)
    if search.since:
        found = found.filter(at__date__gte=search.since)
    return found.filter(at__date__lte=search.until) if search.until else found


def first_break() -> int | None:
    """Return the number of the first event that does not follow from the one before it; None when the chain holds.

    Events cut off at the end are found by the head of the chain, which counts them.
    """
    previous, expected = BEGINNING, 1
    for event in EventRecord.objects.order_by("number").iterator():
        digest = link(previous, content_digest(told(event)))
        if event.number != expected or event.previous != previous or event.digest != digest:
            return expected
        previous, expected = event.digest, expected + 1
    end = head()
    return expected if end is not None and (end.last, end.digest) != (expected - 1, previous) else None


def told(event: EventRecord) -> dict[str, object]:
    """Return what an event says, as it is hashed."""
    return {name: getattr(event, name) for name in FIELDS} | {"at": instant(event.at)}


def span_of(since: date | None, until: date | None) -> Span | None:
    """Return the unbroken stretch of the chain that holds every event of these days; None when there is none."""
    days = EventRecord.objects.all()
    days = days.filter(at__date__gte=since) if since else days
    days = days.filter(at__date__lte=until) if until else days
    first, last = days.order_by("number").first(), days.order_by("-number").first()
    return None if first is None or last is None else Span(first.number, last.number, first.previous, last.digest)


def events_of(span: Span) -> Iterator[dict[str, object]]:
    """Yield the events of the stretch as a package holds them."""
    for event in EventRecord.objects.filter(number__range=(span.first, span.last)).order_by("number").iterator():
        yield told(event) | {"previous": event.previous, "digest": event.digest}
