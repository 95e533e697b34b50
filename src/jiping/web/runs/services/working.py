"""What the worker writes: taking a run, a sign of life, a step's end, and how it ended. Each is one short transaction.

`turn` is the number under which a worker took the run; once another has taken it, the older one's writes find no row.
"""

from datetime import datetime, timedelta

from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.web.audit.services import event_append
from jiping.web.runs.jobs.job import Interrupted
from jiping.web.runs.models import RunRecord, StepRecord, WorkerRecord
from jiping.web.runs.states import OVER, RunState, StepState, Wish

SILENCE = timedelta(seconds=60)
_PLACES = 300
_GRANTED = {Wish.PAUSE: (RunState.PAUSED, "已暂停，可以从断点继续"), Wish.STOP: (RunState.STOPPED, "已终止")}


@transaction.atomic
def run_take(*, at: datetime) -> RunRecord | None:
    """Take the oldest queued run, or none; two workers never take the same."""
    run = RunRecord.objects.select_for_update(skip_locked=True).filter(state=RunState.QUEUED).order_by("pk").first()
    if run is None:
        return None
    run.state, run.turn, run.heartbeat = RunState.RUNNING, run.turn + 1, at
    run.begun_at = run.begun_at or at
    run.save(update_fields=["state", "turn", "heartbeat", "begun_at"])
    return run


@transaction.atomic
def runs_sweep(*, at: datetime) -> int:
    """Queue again the runs whose worker has been silent; return how many."""
    lost = RunRecord.objects.select_for_update(skip_locked=True).filter(
        state=RunState.RUNNING, heartbeat__lt=at - SILENCE
    )
    swept = list(lost)
    for run in swept:
        run.state = RunState.QUEUED
        run.save(update_fields=["state"])
        run.notes.create(at=at, text="后台中断过，从最后一个完整的批次继续", tone="warn")
        event_append(act="后台接续", subject=str(run), actor=None, at=at)
    return len(swept)


def run_beat(*, run: RunRecord, at: datetime) -> None:
    """Show that work goes on. Raises Interrupted when a person wishes otherwise, or the run is another worker's."""
    mine = RunRecord.objects.filter(pk=run.pk, turn=run.turn, state=RunState.RUNNING)
    if not mine.update(heartbeat=at):
        raise Interrupted("taken by another")
    if mine.exclude(wish=Wish.NONE).exists():
        raise Interrupted("wished")


@transaction.atomic
def run_rest(*, run: RunRecord, at: datetime) -> None:
    """Grant the wish for which the work was left; nothing when the run is another worker's by now."""
    locked = RunRecord.objects.select_for_update().filter(pk=run.pk, turn=run.turn, state=RunState.RUNNING).first()
    if locked is None or not locked.wish:
        return
    locked.state, said = _GRANTED[Wish(locked.wish)]
    locked.wish = Wish.NONE
    locked.ended_at = at if locked.state in OVER else None
    locked.save(update_fields=["state", "wish", "ended_at"])
    locked.notes.create(at=at, text=said, tone="warn")


@transaction.atomic
def run_fail(*, run: RunRecord, fault: JipingError, at: datetime) -> None:
    """Say what hinders the run; resumed, it tries the step again."""
    failed = RunRecord.objects.filter(pk=run.pk, turn=run.turn, state=RunState.RUNNING)
    told = f"{fault.what}{fault.why}"
    if failed.update(state=RunState.FAILED, fault=told, remedy=fault.remedy, wish=Wish.NONE):
        run.notes.create(at=at, text=told[:_PLACES], tone="bad")
        event_append(act="办理中断", subject=str(run), actor=None, at=at, after={"fault": told})


@transaction.atomic
def run_arrive(*, run: RunRecord, position: int, at: datetime) -> StepRecord | None:
    """Mark everything before `position` as done and go there. None: a person has to act, a wish is to be granted, or all is over."""
    locked = RunRecord.objects.select_for_update().filter(pk=run.pk, turn=run.turn, state=RunState.RUNNING).first()
    if locked is None:
        raise Interrupted("taken by another")
    locked.steps.filter(position__lt=position).exclude(state=StepState.DONE).update(state=StepState.DONE, ended_at=at)
    step = locked.steps.filter(position=position).first()
    if step is None:
        locked.state, locked.ended_at, locked.wish = RunState.DONE, at, Wish.NONE
        locked.notes.create(at=at, text="全部办结", tone="good")
        event_append(act="办结", subject=str(locked), actor=None, at=at)
    else:
        step.state, step.began_at = StepState.NOW, step.began_at or at
        step.save(update_fields=["state", "began_at"])
        if step.gate and step.opened_by_id is None and not locked.wish:
            locked.state = RunState.WAITING
    locked.save(update_fields=["state", "ended_at", "wish"])
    return step if step is not None and locked.state == RunState.RUNNING and not locked.wish else None


def worker_seen(*, at: datetime) -> None:
    WorkerRecord.objects.update_or_create(name="main", defaults={"seen_at": at})
