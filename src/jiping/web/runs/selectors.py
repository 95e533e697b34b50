"""Read runs: what a unit can have done, one run as its page shows it, and the figures filings may take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from jiping.use_cases.measure import businesses
from jiping.web.accounts.models import AccountRecord
from jiping.web.runs.jobs.catalogue import JOBS, jobs_of
from jiping.web.runs.jobs.job import Job
from jiping.web.runs.models import FigureRecord, RunRecord, StepRecord, WorkerRecord
from jiping.web.runs.policy import visible_to
from jiping.web.runs.states import IN_HAND, RunState, StepState

NOTES_SHOWN = 60
_LATEST = 30
_SILENT = timedelta(seconds=60)
_HELD = "暂不打印"


@dataclass(frozen=True, slots=True)
class Offer:
    """A job of a programme, and the run of it last asked for."""

    programme: str
    title: str
    description: str
    job: Job
    last: RunRecord | None


def offers(account: AccountRecord) -> tuple[Offer, ...]:
    """Return everything the account's unit can have done."""
    last: dict[tuple[str, str], RunRecord] = {}
    for run in visible_to(account).filter(unit=account.unit_id):
        last.setdefault((run.programme, run.job), run)
    return tuple(
        Offer(each.name, each.title, each.description, job, last.get((each.name, job.name)))
        for each in businesses()
        for job in jobs_of(each)
    )


def runs_latest(account: AccountRecord) -> QuerySet[RunRecord]:
    """Return the runs asked for last."""
    return visible_to(account)[:_LATEST]


def run_whole(account: AccountRecord, pk: int) -> RunRecord:
    """Return a run with what stands below it. Raises DoesNotExist for one the account may not see."""
    return visible_to(account).prefetch_related("steps__opened_by", "exceptions", "figures").get(pk=pk)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the bar, in thousandths of its width."""

    title: str
    tone: str
    count: int
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: by the step that is counted, or by its steps."""

    percent: str
    done: int
    total: int
    parts: tuple[Part, ...]
    position: int
    elapsed: timedelta | None
    ends_at: datetime | None


def progress_of(run: RunRecord) -> Progress:
    """Return how far `run` is; asks nothing of the database when its steps are prefetched."""
    steps = list(run.steps.all())
    counted = next((each for each in steps if each.title == JOBS[run.job].counted), None)
    passed = sum(1 for step in steps if step.state == StepState.DONE)
    done, total = (passed, len(steps)) if counted is None else (counted.done, counted.total or 0)
    held = sum(each.count for each in run.exceptions.all() if each.treatment == _HELD)
    whole = total + held or 1
    counts = (("已完成", "blue", done), ("暂缓", "amber", held), ("待处理", "rest", total - done))
    parts, start = [], 0
    for title, tone, count in counts:
        width = count * 1000 // whole
        parts.append(Part(title, tone, count, start, width))
        start += width
    last = run.ended_at or run.heartbeat
    elapsed = None if run.begun_at is None or last is None else max(last - run.begun_at, timedelta(0))
    tenths = done * 1000 // (total or 1)
    at = min(passed + 1, len(steps))
    ends = None if counted is None else _ends_at(run, counted)
    return Progress(f"{tenths // 10}.{tenths % 10}%", done, total, tuple(parts), at, elapsed, ends)


def _ends_at(run: RunRecord, step: StepRecord) -> datetime | None:
    known = run.heartbeat and step.began_at and step.total and 0 < step.done < step.total
    if run.state != RunState.RUNNING or not known:
        return None
    assert run.heartbeat is not None and step.began_at is not None and step.total is not None  # noqa: S101, PT018
    return run.heartbeat + (run.heartbeat - step.began_at) * (step.total - step.done) / step.done


def is_worker_silent(run: RunRecord, now: datetime) -> bool:
    """Tell whether a run waits for a worker that does not show itself."""
    return run.state in IN_HAND and not WorkerRecord.objects.filter(seen_at__gte=now - _SILENT).exists()


def folder_of(run: RunRecord) -> Path:
    """Return the run's own folder."""
    return Path(settings.SITE_FOLDER) / "runs" / str(run.pk)


def files_of(run: RunRecord) -> tuple[str, ...]:
    """Return what the run wrote to be handed on, as paths in its folder; half-written and inner files are left out."""
    folder = folder_of(run)
    found = (each.relative_to(folder) for each in folder.rglob("*") if each.is_file())
    return tuple(sorted(str(each) for each in found if each.name != "job.json" and not str(each).startswith(".")))


def figures_offered(account: AccountRecord, programme: str, year: int) -> Sequence[FigureRecord]:
    """Return the figures of the unit's latest finished run of a programme and year, for a filing to take."""
    runs = visible_to(account).filter(programme=programme, year=year, figures__isnull=False, state=RunState.DONE)
    latest = runs.order_by("-pk").first()
    return () if latest is None else list(latest.figures.all())
