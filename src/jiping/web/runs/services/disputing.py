"""Doubts about a statement: raised by the insured person, answered by the clerk."""

from datetime import datetime

from django.db import IntegrityError, transaction

from jiping.domain.errors import JipingError
from jiping.domain.masking import masked
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.runs.models import DisputeRecord, RunRecord
from jiping.web.runs.policy import require_run

LONGEST = 500


@transaction.atomic
def dispute_raise(*, run: RunRecord, person: int, number: int, text: str, at: datetime) -> DisputeRecord:
    """Note a doubt. Raises JipingError for an empty one, and while an earlier one is not answered."""
    said = masked(text.strip()[:LONGEST])
    if not said:
        raise JipingError("没有写疑问。", remedy="请写明对哪个数字有疑问，例如“8 月已缴费，没有记到账”。")
    try:
        with transaction.atomic():
            dispute = DisputeRecord.objects.create(
                run=run, person=person, statement_number=number, text=said, raised_at=at
            )
    except IntegrityError:
        raise JipingError("您的疑问已经收到，正在核对。", remedy="有结果会按登记的电话告诉您。") from None
    event_append(act="对账单疑问", subject=str(dispute), actor=None, at=at)
    return dispute


@transaction.atomic
def dispute_answer(*, dispute: DisputeRecord, answer: str, actor: AccountRecord, at: datetime) -> DisputeRecord:
    """Say what the look into it found."""
    locked = DisputeRecord.objects.select_for_update().get(pk=dispute.pk)
    require_run(actor, locked.run)
    if locked.answered_at is not None:
        raise JipingError("这一条已经答复过了。", remedy="有新情况请另行告知参保人。")
    if not answer.strip():
        raise JipingError("没有写核对结果。", remedy="请写明核对了什么、结论是什么。")
    locked.answer, locked.answered_by, locked.answered_at = answer.strip(), actor, at
    locked.save()
    event_append(act="答复对账单疑问", subject=str(locked), actor=actor, at=at, after={"answer": locked.answer})
    return locked
