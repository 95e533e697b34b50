"""Who sees which units, and which administrator does what: no one of them can make an account and give it a role."""

from django.db.models import Q

from jiping.domain.errors import JipingError
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


def require_duty(actor: AccountRecord, duty: Role) -> None:
    """Raise JipingError unless `actor` is the administrator whose act this is."""
    if actor.duty is not duty:
        raise JipingError(
            f"这件事由{duty.label}办理。",
            why="系统、安全、审计三类管理员分设，一人不能既开账号又给权限。",
            remedy=f"请联系{duty.label}。",
        )


def require_other(actor: AccountRecord, account: AccountRecord) -> None:
    """Raise JipingError when somebody acts on the account he holds himself."""
    if actor.pk == account.pk:
        raise JipingError(
            "不能办理自己的账号。", why="谁都不能给自己改权限、解除限制。", remedy="请由另一位管理员办理。"
        )
