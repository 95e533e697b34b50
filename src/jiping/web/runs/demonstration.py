"""A run to watch: asked for when the demo begins, carried out by the worker as soon as there is one."""

from datetime import datetime

from jiping.web.accounts.models import AccountRecord
from jiping.web.runs.jobs.catalogue import PRINTED, STATEMENTS
from jiping.web.runs.models import RunRecord
from jiping.web.runs.services.asking import run_ask

YEAR = 2024


def fill(*, clerk: AccountRecord, at: datetime) -> RunRecord:
    """Queue the year's statements."""
    return run_ask(job=STATEMENTS.name, programme=PRINTED, year=YEAR, actor=clerk, at=at)
