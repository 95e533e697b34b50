"""Take a stretch of the trail away as a file; that it was taken is itself an event."""

from datetime import date, datetime
from io import BytesIO

from django.db import transaction

from jiping.domain.chain import instant
from jiping.domain.errors import JipingError
from jiping.use_cases.trail_package import write_trail
from jiping.web.audit.actor import Actor
from jiping.web.audit.selectors import events_of, span_of
from jiping.web.audit.services import event_append


def trail_export(*, since: date | None, until: date | None, actor: Actor, at: datetime) -> BytesIO:
    """Return the package of these days, opened at its beginning. Raises JipingError when nothing happened on them."""
    span = span_of(since, until)
    if span is None:
        raise JipingError("这段日期没有留痕。", remedy="请放宽起止日期。")
    file = BytesIO()  # a million events take some fifty megabytes
    write_trail(file, events_of(span), span, {"made_at": instant(at), "made_by": f"{actor.name}（{actor.username}）"})
    file.seek(0)
    told = {"from": span.first, "to": span.last, "digest": span.end}
    with transaction.atomic():
        event_append(act="导出留痕", subject="留痕", actor=actor, at=at, after=told)
    return file
