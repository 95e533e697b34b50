"""The list of what can be done, and one run with its live progress."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jiping.web.accounts.request import StaffRequest
from jiping.web.runs.models import RunRecord
from jiping.web.runs.policy import may_open, may_run
from jiping.web.runs.selectors import (
    NOTES_SHOWN,
    files_of,
    is_worker_silent,
    offers,
    progress_of,
    run_whole,
    runs_latest,
)
from jiping.web.runs.states import IN_HAND, OVER, RunState, StepState

STOP_POLLING = 286


@require_GET
def runs(request: StaffRequest) -> HttpResponse:
    """What the unit's programmes can have done, and what was done last."""
    told = {"offers": offers(request.user), "latest": runs_latest(request.user), "year": request.now.year - 1}
    return render(request, "runs/list.html", told)


@require_GET
def run(request: StaffRequest, pk: int) -> HttpResponse:
    """A run, with the acts this person may do now."""
    found = run_whole(request.user, pk)
    mine = may_run(request.user, found)
    gates = (step for step in found.steps.all() if step.state == StepState.NOW and step.gate)
    waiting = next(gates, None) if found.state == RunState.WAITING else None
    acts = {
        "may_pause": mine and found.state in IN_HAND and not found.wish,
        "may_resume": mine and found.state in (RunState.PAUSED, RunState.FAILED),
        "may_stop": mine and found.state not in OVER and not found.wish,
        "waiting": waiting,
        "may_open": waiting is not None and may_open(request.user, waiting),
    }
    return render(request, "runs/run.html", _seen(found) | acts)


@require_GET
def live(request: StaffRequest, pk: int) -> HttpResponse:
    """The part of a run that moves, every two seconds; when its state has changed the whole page is read again."""
    found = run_whole(request.user, pk)
    answer = render(request, "runs/_live.html", _seen(found))
    if found.state not in IN_HAND:
        answer.status_code = STOP_POLLING
    if request.GET.get("state") not in (None, found.state):
        answer["HX-Refresh"] = "true"
    return answer


def _seen(found: RunRecord) -> dict[str, Any]:
    return {
        "run": found,
        "steps": found.steps.all(),
        "progress": progress_of(found),
        "notes": found.notes.all()[:NOTES_SHOWN],
        "files": files_of(found),
        "moving": found.state in IN_HAND,
        "silent": is_worker_silent(found, timezone.now()),
    }
