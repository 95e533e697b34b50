"""The system administrator opens units and accounts; nobody can log in with one before its role is granted."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord, UnitRecord
from jiping.web.accounts.policy import require_duty
from jiping.web.accounts.services.founding import unit_create
from jiping.web.audit.services import event_append

_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_DIGITS = "23456789"


@dataclass(frozen=True, slots=True)
class Opened:
    """A new account and its first password, which is shown once and must be changed at the first visit."""

    account: AccountRecord
    password: str


@transaction.atomic
def unit_open(*, name: str, parent: UnitRecord | None, actor: AccountRecord, at: datetime) -> UnitRecord:
    """Add a unit. Raises JipingError for a name that is empty or taken."""
    require_duty(actor, Role.SYSTEM_ADMIN)
    try:
        unit = unit_create(name=name.strip(), parent=parent)
    except ValidationError as fault:
        raise JipingError(f"单位没有建成：{'；'.join(fault.messages)}", remedy="请换一个名称。") from None
    event_append(act="建立单位", subject=f"单位 {unit.name}", actor=actor, at=at, after={"parent": str(parent or "")})
    return unit


@transaction.atomic
def account_open(
    *, username: str, name: str, unit: UnitRecord, role: Role, actor: AccountRecord, at: datetime
) -> Opened:
    """Add an account that asks for `role`; it stays shut until the security administrator grants one."""
    require_duty(actor, Role.SYSTEM_ADMIN)
    password = first_password()
    account = AccountRecord(username=username.strip(), name=name.strip(), unit=unit, role=role, is_active=False)
    account.set_password(password)
    account.password_set_on = at.date()
    try:
        account.full_clean()
    except ValidationError as fault:
        raise JipingError(f"账号没有开成：{'；'.join(fault.messages)}", remedy="请改正后再开。") from None
    account.save()
    told = {"name": account.name, "unit": unit.name, "asked": role.label}
    event_append(act="开立账号", subject=f"账号 {account.username}", actor=actor, at=at, after=told)
    return Opened(account, password)


def first_password() -> str:
    """Return a password no one could guess, without letters that look alike: Kqmx-7452-phdn."""
    letters = ["".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(2)]
    return f"{letters[0].capitalize()}-{''.join(secrets.choice(_DIGITS) for _ in range(4))}-{letters[1]}"
