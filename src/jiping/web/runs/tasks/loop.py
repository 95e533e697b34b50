"""The worker's round: sweep, take, carry; rest when there is nothing."""

from collections.abc import Callable

from django.db import close_old_connections
from django.utils import timezone

from jiping.web.runs.services.working import run_take, runs_sweep, worker_seen
from jiping.web.runs.tasks.carrying import carry


def work(rest: Callable[[], bool]) -> None:
    """Work until `rest`, called when nothing is queued, answers False."""
    while True:
        close_old_connections()
        if not once() and not rest():
            return


def once() -> bool:
    """Do one round; tell whether there was anything to carry."""
    now = timezone.now()
    worker_seen(at=now)
    runs_sweep(at=now)
    run = run_take(at=now)
    if run is None:
        return False
    carry(run)
    return True
