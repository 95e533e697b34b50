"""How the work goes, written as it is told: checkpoints, classes of exceptions, figures, the log."""

from datetime import datetime

from django.db import transaction

from jiping.domain.measurement import Measurement
from jiping.web.runs.models import BatchRecord, ExceptionRecord, FigureRecord, RunRecord, StepRecord
from jiping.web.runs.states import StepState

_PLACES = 200


@transaction.atomic
def step_reach(*, run: RunRecord, title: str, done: int, total: int, at: datetime) -> None:
    """Note that `done` of `total` are whole: what was added since the last time is a batch. Told again, it is no other one."""
    step = StepRecord.objects.select_for_update().get(run=run, title=title)
    earlier = run.steps.filter(position__lt=step.position).exclude(state=StepState.DONE)
    earlier.update(state=StepState.DONE, ended_at=at)
    if done > step.done:
        BatchRecord.objects.create(step=step, first=step.done, count=done - step.done, finished_at=at)
        if total > 1:
            run.notes.create(at=at, text=f"{title} {done:,} / {total:,}，本批 {done - step.done:,}")
    step.done, step.total = max(done, step.done), total
    step.began_at = step.began_at or at
    whole = step.done >= total
    step.state, step.ended_at = (StepState.DONE, at) if whole else (StepState.NOW, None)
    step.save()


@transaction.atomic
def exceptions_write(*, run: RunRecord, classes: list[tuple[str, str, int]]) -> None:
    """Put the classes in the place of those told before."""
    run.exceptions.all().delete()
    ExceptionRecord.objects.bulk_create(
        ExceptionRecord(run=run, title=title, treatment=treatment, count=count) for title, treatment, count in classes
    )


@transaction.atomic
def figures_write(*, run: RunRecord, found: tuple[Measurement, ...], at: datetime) -> None:
    """Put the figures in the place of those measured before."""
    run.figures.all().delete()
    FigureRecord.objects.bulk_create(_figure(run, each) for each in found)
    run.notes.create(at=at, text=f"算出 {len(found)} 项完成值，凭据已留存", tone="good")


def list_name(*, run: RunRecord, number: str) -> None:
    run.list_number = number
    run.save(update_fields=["list_number"])


def _figure(run: RunRecord, found: Measurement) -> FigureRecord:
    divided = "" if found.lower is None else f"{found.upper} ÷ {found.lower}"
    return FigureRecord(
        run=run,
        code=found.code,
        title=found.title,
        shown=found.shown or "",
        arithmetic=divided[:_PLACES],
        absent=(found.absent or "")[:_PLACES],
        receipt=found.id,
    )
