"""Pause, resume and stop: granted at once where nobody works on the run, else between two batches."""

from datetime import datetime

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.runs.jobs.catalogue import step_at
from jiping.web.runs.models import RunRecord
from jiping.web.runs.policy import require_run
from jiping.web.runs.states import OVER, RunState, StepState, Wish

_RESUMABLE = (RunState.PAUSED, RunState.FAILED)


@transaction.atomic
def run_pause(*, run: RunRecord, actor: AccountRecord, at: datetime) -> RunRecord:
    """Let the run rest after the batch in work."""
    locked = _locked(run, actor)
    if locked.state == RunState.QUEUED:
        locked.state = RunState.PAUSED
    elif locked.state == RunState.RUNNING:
        locked.wish = Wish.PAUSE
    else:
        raise JipingError(f"这次办理“{locked.state}”，没有可以暂停的。", remedy="请刷新页面看现在的情况。")
    return _saved(locked, "暂停办理", actor, at)


@transaction.atomic
def run_resume(*, run: RunRecord, actor: AccountRecord, at: datetime) -> RunRecord:
    """Go on behind the last whole batch."""
    locked = _locked(run, actor)
    if locked.state not in _RESUMABLE and locked.wish != Wish.PAUSE:
        raise JipingError(f"这次办理“{locked.state}”，不需要继续。", remedy="请刷新页面看现在的情况。")
    if locked.state in _RESUMABLE:
        locked.state = RunState.QUEUED
        if locked.steps.filter(state=StepState.NOW).exclude(gate="").exists():
            locked.day = at.date()  # a notice that was not over then may be over now
    locked.wish, locked.fault, locked.remedy = Wish.NONE, "", ""
    return _saved(locked, "继续办理", actor, at)


@transaction.atomic
def run_stop(*, run: RunRecord, actor: AccountRecord, at: datetime) -> RunRecord:
    """Give the run up for good. Raises JipingError once it has bound others: a sealed list is not unsealed."""
    locked = _locked(run, actor)
    if locked.state in OVER:
        raise JipingError(f"这次办理“{locked.state}”。", remedy="不需要再终止。")
    begun = locked.steps.exclude(state=StepState.AHEAD)
    if any(step_at(locked.job, each.position).binds and each.opened_by_id for each in begun):
        raise JipingError(
            "名单已经进入封存，不能终止。", why="封存的名单是发放的依据。", remedy="请办完这一批；不应发的按追回办理。"
        )
    if locked.state == RunState.RUNNING:
        locked.wish = Wish.STOP
    else:
        locked.state, locked.ended_at = RunState.STOPPED, at
    return _saved(locked, "终止办理", actor, at)


def _locked(run: RunRecord, actor: AccountRecord) -> RunRecord:
    require_run(actor, run)
    return RunRecord.objects.select_for_update().get(pk=run.pk)


def _saved(run: RunRecord, act: str, actor: AccountRecord, at: datetime) -> RunRecord:
    run.save()
    run.notes.create(at=at, text=f"{actor.name} {act}", tone="warn" if run.wish or run.state in OVER else "good")
    event_append(act=act, subject=str(run), actor=actor, at=at, after={"state": run.state, "wish": run.wish})
    return run
