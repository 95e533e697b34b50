"""Read units and accounts for those who keep them."""

from dataclasses import dataclass
from datetime import datetime

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Count, Q, QuerySet

from jiping.web.accounts.models import AccountRecord, UnitRecord


@dataclass(frozen=True, slots=True)
class Person:
    """An account as a list shows it: `state` is one of 待核准, 停用, 已锁定, 正常."""

    account: AccountRecord
    state: str
    tone: str


def units_tree() -> QuerySet[UnitRecord]:
    """Return all units from the top, each with `people`, how many accounts it has."""
    return UnitRecord.objects.annotate(people=Count("accounts"))


def accounts_found(unit: str, words: str) -> QuerySet[AccountRecord]:
    """Return the accounts of a unit and all below it (`unit` is its path, or nothing), whose name holds `words`."""
    found = AccountRecord.objects.filter(unit__path__startswith=unit) if unit else AccountRecord.objects.all()
    if words:
        found = found.filter(Q(username__icontains=words) | Q(name__icontains=words))
    return found.order_by("unit__path", "username")


def persons(accounts: list[AccountRecord], at: datetime) -> tuple[Person, ...]:
    """Return the accounts with their states."""
    locked = names_locked([each.username for each in accounts], at)
    return tuple(Person(each, *_state(each, each.username in locked)) for each in accounts)


def names_locked(names: list[str], at: datetime) -> set[str]:
    """Return those of `names` that wrong passwords have locked."""
    rules = settings.ACCOUNT_RULES
    attempts = AccessAttempt.objects.filter(
        username__in=names,
        attempt_time__gte=at - rules.locked,
        failures_since_start__gte=rules.attempts,
    )
    return set(attempts.values_list("username", flat=True))


def _state(account: AccountRecord, locked: bool) -> tuple[str, str]:
    if account.granted_on is None:
        return "待核准", "amber"
    if not account.is_active:
        return "停用", "red"
    return ("已锁定", "amber") if locked else ("正常", "green")
