"""Who sees which units: one's own, all below a supervising department, or every one."""

from django.db.models import Q

from jiping.domain.roles import OF_A_UNIT, Role
from jiping.web.accounts.models import AccountRecord

_EVERYTHING = frozenset({Role.BUREAU, Role.AUDITOR})
NOTHING = Q(pk__in=())


def within(account: AccountRecord, unit: str = "unit") -> Q:
    """Return the condition under which a record whose unit is at the relation `unit` may be seen by `account`.

    Administrators see no business record at all.
    """
    if account.duty in OF_A_UNIT:
        return Q(**{unit: account.unit_id})
    if account.duty is Role.DEPARTMENT:
        return Q(**{f"{unit}__path__startswith": account.unit.path})
    return Q() if account.duty in _EVERYTHING else NOTHING
