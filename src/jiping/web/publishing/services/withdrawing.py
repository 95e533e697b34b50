"""Take a publication back, with a reason that stays in the trail."""

from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.workflow import State
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.filings.models import FilingRecord
from jiping.web.publishing.models import PublicationRecord
from jiping.web.publishing.selectors import step_to


@transaction.atomic
def publication_withdraw(*, record: FilingRecord, reason: str, actor: AccountRecord, at: datetime) -> PublicationRecord:
    """Show the filing no more. Its record and files are kept; nobody without an account reaches them."""
    locked = FilingRecord.objects.select_for_update().get(pk=record.pk)
    step = step_to(locked, State.PASSED, actor)
    if step.reasoned and not reason.strip():
        raise JipingError(f"“{step.act}”要写明理由。", remedy="请写清为什么撤回，理由会留在记录里。")
    publication = PublicationRecord.objects.get(filing=locked, withdrawn_at=None)
    publication.withdrawn_at, publication.withdrawn_by = at, actor
    publication.withdrawn_for = reason.strip()
    publication.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_for"])
    locked.state = step.target
    locked.save(update_fields=["state"])
    event_append(
        act=step.act,
        subject=str(locked),
        actor=actor,
        at=at,
        before={"state": step.source},
        after={"state": step.target, "reason": reason.strip()},
    )
    return publication
