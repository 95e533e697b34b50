"""The first unit and the first three administrators of a site."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.web.accounts.models import UnitRecord
from jiping.web.accounts.services.founding import account_create, unit_create
from jiping.web.audit.services import event_append

FIRST = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)


@dataclass(frozen=True, slots=True, repr=False)
class First:
    """One of the first three, as typed."""

    role: Role
    username: str
    name: str
    password: str


def require_unfounded() -> None:
    """Raise JipingError when the site has units already."""
    if UnitRecord.objects.exists():
        raise JipingError("这个站点已经建好，里面有单位和账号。", remedy="请用 jiping serve --config 打开它。")


@transaction.atomic
def site_found(*, unit: str, first: tuple[First, ...], at: datetime) -> None:
    """Make the unit and the three accounts; each must change the password at the first visit."""
    require_unfounded()
    try:
        place = unit_create(name=unit.strip())
        for each in first:
            account_create(
                username=each.username,
                name=each.name,
                unit=place,
                role=each.role,
                password=each.password,
                on=at.date(),
            )
    except ValidationError as fault:
        raise JipingError("；".join(fault.messages), remedy="请改正后重新运行，什么都还没有建。") from None
    told = {each.role.value: each.username for each in first}
    event_append(act="建立站点", subject=f"单位 {unit.strip()}", actor=None, at=at, after=told)
