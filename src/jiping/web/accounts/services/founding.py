"""Units and accounts of a new site, while nobody can log in yet; later ones are opened by the system administrator."""

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord, UnitRecord


@transaction.atomic
def unit_create(*, name: str, parent: UnitRecord | None = None) -> UnitRecord:
    """Add a unit below `parent`, or at the top."""
    unit = UnitRecord(name=name, parent=parent, path="")
    unit.full_clean(exclude=["path"])
    unit.save()
    unit.path = f"{parent.path if parent else ''}{unit.pk}/"
    unit.save(update_fields=["path"])
    return unit


@transaction.atomic
def account_create(
    *, username: str, name: str, unit: UnitRecord, role: Role, password: str, on: date, must_change: bool = True
) -> AccountRecord:
    """Add an account; its holder must choose another password at the first visit unless `must_change` is False."""
    account = AccountRecord(username=username, name=name, unit=unit, role=role, must_change_password=must_change)
    if must_change:
        validate_password(password, account)
    account.set_password(password)
    account.password_set_on = account.granted_on = on
    account.full_clean()
    account.save()
    return account
