"""The security administrator grants roles, and takes away a second factor that was lost."""

from datetime import datetime

from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from jiping.domain.errors import JipingError
from jiping.domain.roles import ADMINISTRATORS, Role
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.policy import require_duty, require_other
from jiping.web.accounts.services.sessions import session_end
from jiping.web.audit.services import event_append


@transaction.atomic
def role_grant(*, account: AccountRecord, role: Role, actor: AccountRecord, at: datetime) -> AccountRecord:
    """Give an account its role and open it; a session it has ends, so that nobody acts under an old role."""
    require_duty(actor, Role.SECURITY_ADMIN)
    require_other(actor, account)
    locked = AccountRecord.objects.select_for_update(of=("self",)).get(pk=account.pk)
    if locked.duty is not role:
        require_one_left(locked)
    before = locked.duty.label if locked.granted_on else ""
    locked.role, locked.granted_on = role, at.date()
    locked.is_active = True
    session_end(locked)
    locked.save()
    event_append(
        act="核准角色",
        subject=f"账号 {locked.username}",
        actor=actor,
        at=at,
        before={"role": before},
        after={"role": role.label},
    )
    return locked


@transaction.atomic
def second_factor_remove(*, account: AccountRecord, actor: AccountRecord, at: datetime) -> None:
    """Take away the second factor of somebody who lost the phone; it is set up anew at the next login."""
    require_duty(actor, Role.SECURITY_ADMIN)
    require_other(actor, account)
    TOTPDevice.objects.filter(user=account).delete()
    session_end(account)
    account.save(update_fields=["session_key"])
    event_append(act="重置动态码", subject=f"账号 {account.username}", actor=actor, at=at)


def require_one_left(account: AccountRecord) -> None:
    """Raise JipingError when `account` is the last that can act as one of the three administrators."""
    if account.duty not in ADMINISTRATORS or not account.is_active:
        return
    others = AccountRecord.objects.filter(role=account.role, is_active=True).exclude(pk=account.pk)
    if not others.exists():
        raise JipingError(
            f"{account.name}是唯一能登录的{account.duty.label}。",
            why="三类管理员缺了一类，这类事就再没有人能办。",
            remedy=f"请先核准另一位{account.duty.label}。",
        )
