"""Change a part of the narrative."""

from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.models import FilingRecord, SectionRecord
from jiping.web.filings.services.saving import require_editable, touch


@transaction.atomic
def section_save(
    *, record: FilingRecord, section: int, version: int, text: str, actor: AccountRecord, at: datetime
) -> SectionRecord:
    """Write one part. Raises JipingError, with the text kept in the page, when another saved it since it was read."""
    require_editable(record, actor)
    found = SectionRecord.objects.select_for_update().get(filing=record, pk=section)
    if found.version != version:
        raise JipingError(f"“{found.heading}”刚刚被别人改过。", remedy="请复制您写的文字，刷新页面看过新内容后再填。")
    before, found.text = found.text, text.replace("\r\n", "\n").strip()
    found.bound = []  # a figure bound to a fact stood at a place in the old text
    found.version += 1
    found.save()
    touch(record, actor, at)
    event_append(
        act="填写正文",
        subject=f"{record} {found.heading}",
        actor=actor,
        at=at,
        before={"text": before},
        after={"text": found.text},
    )
    return found
