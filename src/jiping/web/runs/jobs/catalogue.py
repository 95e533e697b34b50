"""Which jobs there are, and which of them a programme has."""

from jiping.datasets.programme import Programme
from jiping.use_cases.measure import businesses
from jiping.web.runs.jobs import paying, statements
from jiping.web.runs.jobs.job import Job, Step, Work
from jiping.web.runs.jobs.measuring import MEASURE

PRINTED = "personal_statement"
STATEMENTS = Job("statements", "打印对账单", (*statements.STEPS, MEASURE), statements.PRINT)
PAYING = Job("paying", "发放", (*paying.STEPS, MEASURE))
MEASURING = Job("measuring", "计量取数", (MEASURE,))
JOBS = {each.name: each for each in (STATEMENTS, PAYING, MEASURING)}


def jobs_of(programme: Programme) -> tuple[Job, ...]:
    """Return what can be done for a programme; every one can be measured."""
    own = (STATEMENTS,) if programme.name == PRINTED else (PAYING,) if programme.payable is not None else ()
    return (*own, MEASURING)


def programme_named(name: str) -> Programme | None:
    return next((each for each in businesses() if each.name == name), None)


def step_at(job: str, position: int) -> Step:
    return JOBS[job].steps[position]


def work_from(job: str, position: int) -> tuple[Work, int]:
    """Return what is to be done at a step, and up to which step (exclusive) it reaches.

    A step without work of its own is begun again at the one that does it: that work knows what is done already.
    """
    steps = JOBS[job].steps
    first = next(at for at in range(position, -1, -1) if steps[at].work is not None)
    end = next((at for at in range(first + 1, len(steps)) if steps[at].work is not None), len(steps))
    work = steps[first].work
    assert work is not None  # noqa: S101 - it was looked for
    return work, end
