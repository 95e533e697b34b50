"""The trail for auditors: look something up, prove the chain, take it away."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.web.audit.actor import Actor
from jiping.web.audit.exporting import trail_export
from jiping.web.audit.facts import Change, changes
from jiping.web.audit.models import EventRecord
from jiping.web.audit.selectors import Search, events_found, first_break, head
from jiping.web.audit.services import event_append
from jiping.web.ui.admission import for_roles

AUDITORS = (Role.AUDITOR, Role.AUDIT_ADMIN)
PAGE = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as a row."""

    event: EventRecord
    changes: tuple[Change, ...]


@require_GET
@for_roles(*AUDITORS)
def trail(request: HttpRequest) -> HttpResponse:
    """The events that answer the search, newest first, a page at a time."""
    stream, search = head(), _search(request)
    found = events_found(search, stream)
    below = _number(request.GET.get("below", ""))
    if below is not None:
        found = found.filter(number__lt=below)
    rows = list(found[: PAGE + 1])
    told = {
        "search": search,
        "total": 0 if stream is None else stream.last,
        "rows": _shown(rows[:PAGE]),
        "further": rows[PAGE - 1].number if len(rows) > PAGE else None,
        "older": _without_page(request),
    }
    return render(request, "audit/trail.html", told)


@require_POST
@for_roles(*AUDITORS)
def trail_verify(request: HttpRequest) -> HttpResponse:
    """Walk the whole chain; a break is shown with the stretch that proves nothing any more."""
    broken, end = first_break(), head()
    actor, at = _who(request)
    last = 0 if end is None else end.last
    told = {"events": last, "number": broken}
    with transaction.atomic():
        event_append(act="核验留痕", subject="留痕", actor=actor, at=at, after=told)
    shown = {"broken": broken, "last": last, "end": end, "at": at}
    return render(request, "audit/verified.html", shown)


@require_POST
@for_roles(*AUDITORS)
def trail_export_file(request: HttpRequest) -> FileResponse:
    """The package of the days asked for."""
    actor, at = _who(request)
    file = trail_export(since=_day(request.POST, "since"), until=_day(request.POST, "until"), actor=actor, at=at)
    return FileResponse(file, as_attachment=True, filename=f"留痕-{at:%Y%m%d-%H%M}.zip")


def _search(request: HttpRequest) -> Search:
    told = request.GET
    return Search(
        words=told.get("q", "").strip(),
        act=told.get("act", "").strip(),
        since=_day(told, "since"),
        until=_day(told, "until"),
        number=_number(told.get("number", "")),
    )


def _day(told: dict[str, str], name: str) -> date | None:
    text = told.get(name, "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise JipingError(f"“{text}”不是日期。", remedy="请写成 2025-03-21 的样子。") from None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _shown(rows: Iterable[EventRecord]) -> list[Shown]:
    return [Shown(each, changes(each.before, each.after)) for each in rows]


def _without_page(request: HttpRequest) -> str:
    told = request.GET.copy()
    told.pop("below", None)
    return told.urlencode()


def _who(request: HttpRequest) -> tuple[Actor, datetime]:
    return cast("Actor", request.user), request.now  # type: ignore[attr-defined]
