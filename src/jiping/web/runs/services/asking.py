"""A clerk asks for a run."""

from datetime import datetime

from django.db import IntegrityError, transaction

from jiping.domain.errors import JipingError
from jiping.rulepack.load import pack_for
from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append
from jiping.web.runs.jobs.catalogue import JOBS, jobs_of, programme_named
from jiping.web.runs.jobs.job import Job
from jiping.web.runs.models import RunRecord, StepRecord
from jiping.web.runs.policy import require_clerk


@transaction.atomic
def run_ask(*, job: str, programme: str, year: int, actor: AccountRecord, at: datetime) -> RunRecord:
    """Queue a job of a programme. Raises JipingError when the same one is not over yet."""
    require_clerk(actor)
    found = programme_named(programme)
    if found is None or job not in {each.name for each in jobs_of(found)}:
        raise JipingError("没有这项办理。", remedy="请从办理页的列表中选择。")
    wanted = JOBS[job]
    unit = actor.unit
    above = unit.parent.name if unit.parent else ""
    try:
        with transaction.atomic():
            run = RunRecord.objects.create(
                unit=unit,
                job=job,
                programme=programme,
                year=year,
                title=f"{found.title} · {wanted.title}",
                pack=pack_for(f"{unit.name}{above}"),
                asked_by=actor,
                asked_at=at,
                day=at.date(),
            )
    except IntegrityError:
        raise JipingError(
            f"{found.title}{year} 年度的{wanted.title}还没有办结。", remedy="请打开正在办理的那一次继续，或先终止它。"
        ) from None
    steps_lay_out(run, wanted)
    run.notes.create(at=at, text=f"{actor.name} 发起办理，规则包 {run.pack}")
    event_append(act="发起办理", subject=str(run), actor=actor, at=at, after={"job": job, "programme": programme})
    return run


def steps_lay_out(run: RunRecord, job: Job) -> None:
    """Write the steps of a job below a new run."""
    StepRecord.objects.bulk_create(
        StepRecord(run=run, position=position, title=step.title, note=step.note, gate=step.gate or "", act=step.act)
        for position, step in enumerate(job.steps)
    )
