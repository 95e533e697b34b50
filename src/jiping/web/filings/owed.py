"""The tasks that follow a project from year to year."""

from django.db.models import QuerySet

from jiping.domain.task import UNDONE, TaskState
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.policy import within
from jiping.web.filings.models import FilingRecord, TaskRecord


def tasks_visible_to(account: AccountRecord) -> QuerySet[TaskRecord]:
    """Return the tasks that have gone out, of the units the account sees."""
    return TaskRecord.objects.filter(within(account, "filing__unit")).exclude(state=TaskState.PROPOSED)


def tasks_of_project(record: FilingRecord) -> QuerySet[TaskRecord]:
    """Return what is still to be mended in this filing and in those of the same project in earlier years."""
    return TaskRecord.objects.filter(
        filing__unit=record.unit_id, filing__project=record.project, filing__year__lte=record.year, state__in=UNDONE
    ).select_related("filing")


def unanswered_before(record: FilingRecord) -> QuerySet[TaskRecord]:
    """Return the tasks of earlier years to which nobody has answered."""
    return tasks_of_project(record).filter(filing__year__lt=record.year, state=TaskState.OPEN)
