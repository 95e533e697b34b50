"""Answer a reviewer: with a proof, or with a reason."""

from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.models import EvidenceRecord, FilingRecord, IndicatorRecord, WaiverRecord
from jiping.web.filings.services.saving import require_editable, touch


@transaction.atomic
def evidence_add(
    *, record: FilingRecord, indicator: int, title: str, number: str | None, actor: AccountRecord, at: datetime
) -> EvidenceRecord:
    """Name a document or record behind a row's actual value."""
    require_editable(record, actor)
    if not title.strip():
        raise JipingError("佐证没有写名称。", remedy="请写出文件或记录的名称。")
    row = IndicatorRecord.objects.get(filing=record, pk=indicator)
    proof = EvidenceRecord.objects.create(indicator=row, title=title.strip(), number=(number or "").strip() or None)
    touch(record, actor, at)
    event_append(act="补材料", subject=f"{record} {row.level3}", actor=actor, at=at, after={"title": proof.title})
    return proof


@transaction.atomic
def finding_waive(
    *, record: FilingRecord, code: str, where: str | None, reason: str, actor: AccountRecord, at: datetime
) -> WaiverRecord:
    """Answer for a finding with a reason; it travels with the filing and stays visible."""
    require_editable(record, actor)
    if not reason.strip():
        raise JipingError("没有写理由。", remedy="请写明为什么保留现在的填法。")
    waiver = WaiverRecord.objects.create(
        filing=record, code=code, where=where, reason=reason.strip(), person=actor.name, date=at.date()
    )
    touch(record, actor, at)
    event_append(
        act="说明原因", subject=f"{record} {code}", actor=actor, at=at, after={"where": where, "reason": waiver.reason}
    )
    return waiver
