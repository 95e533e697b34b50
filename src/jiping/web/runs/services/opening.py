"""Open the step a run waits at: the act of a clerk, or of a leader who had no hand in it."""

from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.runs.models import RunRecord
from jiping.web.runs.policy import require_open
from jiping.web.runs.states import RunState, StepState


@transaction.atomic
def step_open(*, run: RunRecord, position: int, actor: AccountRecord, at: datetime) -> RunRecord:
    """Say that the step at `position` may be worked on, by the state of affairs of today; the same click twice is one act."""
    locked = RunRecord.objects.select_for_update(of=("self",)).select_related("unit").get(pk=run.pk)
    step = locked.steps.get(position=position)
    step.run = locked
    hands = {each.opened_by_id for each in locked.steps.all()} | {locked.asked_by_id}
    require_open(actor, step, frozenset(each for each in hands if each is not None))
    if locked.state != RunState.WAITING or step.state != StepState.NOW or step.opened_by_id is not None:
        raise JipingError(f"“{step.title}”现在不需要办理。", remedy="请刷新页面看现在到了哪一步。")
    step.opened_by, step.opened_at = actor, at
    step.save(update_fields=["opened_by", "opened_at"])
    locked.state, locked.day = RunState.QUEUED, at.date()
    locked.save(update_fields=["state", "day"])
    locked.notes.create(at=at, text=f"{actor.name} {step.act}", tone="good")
    event_append(act=step.act, subject=str(locked), actor=actor, at=at, after={"list": locked.list_number})
    return locked
