"""Tasks of rectification as lists: whose, in which state, how late."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from jiping.domain.task import TaskState
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import TaskRecord
from jiping.web.filings.owed import tasks_visible_to

OVERDUE = "overdue"
_LABELS = {
    TaskState.OPEN.value: "待整改",
    OVERDUE: "已逾期",
    TaskState.ANSWERED.value: "待验收",
    TaskState.ACCEPTED.value: "已验收",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One choice of the list: its name in the address, its label, and how many tasks it holds."""

    name: str
    label: str
    number: int


def task_choices(account: AccountRecord, today: date) -> tuple[Shown, ...]:
    """Return the choices with their numbers, in one query."""
    numbers = tasks_visible_to(account).aggregate(
        **{name: Count("pk", filter=_condition(name, today)) for name in _LABELS}
    )
    return tuple(Shown(name, label, numbers[name]) for name, label in _LABELS.items())


def tasks_of(account: AccountRecord, show: str, today: date) -> QuerySet[TaskRecord]:
    """Return the tasks of a choice, the earliest due first."""
    wanted = _condition(show if show in _LABELS else TaskState.OPEN.value, today)
    return tasks_visible_to(account).filter(wanted).select_related("filing__unit", "judged_by").order_by("due", "pk")


def _condition(name: str, today: date) -> Q:
    return Q(state=TaskState.OPEN, due__lt=today) if name == OVERDUE else Q(state=name)
