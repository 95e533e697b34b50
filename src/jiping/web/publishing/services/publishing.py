"""Make a sealed version public."""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.workflow import State
from jiping.use_cases.publication import Part
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.models import FilingRecord
from jiping.web.publishing.convert import Shown, evaluation_of, shown_of
from jiping.web.publishing.guards import GUARDS
from jiping.web.publishing.models import PublicationRecord, PublishedFile
from jiping.web.publishing.selectors import last_version, step_to


def filing_publish(
    *, record: FilingRecord, parts: Collection[Part], actor: AccountRecord, at: datetime
) -> PublicationRecord:
    """Show `parts` of the version last handed in to everybody. Raises JipingError while a guard of the step hinders.

    The files are drawn before the transaction begins: a version never changes, and drawing takes seconds.
    """
    if not parts:
        raise JipingError("没有选定要公开的内容。", remedy="请至少勾选一项。")
    version = last_version(record)
    evaluation = evaluation_of(version)
    hindrances = [GUARDS[name](evaluation, parts) for name in step_to(record, State.PUBLISHED, actor).guards]
    if any(hindrances):
        raise JipingError("".join(hindrances), remedy="请退回单位改正，或不公开这部分内容。")
    return _publish(record=record, shown=shown_of(version, parts), parts=sorted(map(str, parts)), actor=actor, at=at)


@transaction.atomic
def _publish(
    *, record: FilingRecord, shown: Shown, parts: list[str], actor: AccountRecord, at: datetime
) -> PublicationRecord:
    locked = FilingRecord.objects.select_for_update().get(pk=record.pk)
    step = step_to(locked, State.PUBLISHED, actor)
    if last_version(locked).pk != shown.version.pk:
        raise JipingError("公开前材料又报送了新的版本。", remedy="请重新打开公开页，看过新版本再办。")
    publication = PublicationRecord.objects.create(
        filing=locked,
        version=shown.version,
        parts=parts,
        project=locked.project,
        amount=shown.amount,
        rate=shown.rate[:40],
        satisfaction=shown.satisfaction[:40],
        score=shown.score,
        grade=shown.grade,
        published_at=at,
        published_by=actor,
    )
    PublishedFile.objects.bulk_create(
        PublishedFile(
            publication=publication,
            kind=kind,
            content=content,
            size=len(content),
            digest=sha256(content).hexdigest(),
        )
        for kind, content in shown.files.items()
    )
    locked.state = step.target
    locked.save(update_fields=["state"])
    event_append(
        act=step.act,
        subject=str(locked),
        actor=actor,
        at=at,
        before={"state": step.source},
        after={"state": step.target, "parts": parts, "digest": shown.version.digest},
    )
    return publication
