"""The system administrator shuts and opens accounts, unlocks them, and gives a new first password."""

from datetime import datetime

from axes.utils import reset
from django.db import transaction

from jiping.domain.errors import JipingError
from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.policy import require_duty, require_other
from jiping.web.accounts.services.granting import require_one_left
from jiping.web.accounts.services.opening import Opened, first_password
from jiping.web.accounts.services.passwords import password_keep
from jiping.web.accounts.services.sessions import session_end
from jiping.web.audit.services import event_append


@transaction.atomic
def account_disable(*, account: AccountRecord, actor: AccountRecord, at: datetime) -> None:
    """Shut an account and end its session; what its holder did stays in the trail."""
    _require(actor, account)
    require_one_left(account)
    account.is_active = False
    session_end(account)
    account.save(update_fields=["is_active", "session_key"])
    event_append(act="停用账号", subject=f"账号 {account.username}", actor=actor, at=at)


@transaction.atomic
def account_enable(*, account: AccountRecord, actor: AccountRecord, at: datetime) -> None:
    """Open a shut account again, in the role it had."""
    _require(actor, account)
    if account.granted_on is None:
        raise JipingError("这个账号的角色还没有核准。", remedy="请由安全管理员核准角色，核准后即可登录。")
    account.is_active = True
    account.save(update_fields=["is_active"])
    event_append(act="启用账号", subject=f"账号 {account.username}", actor=actor, at=at)


@transaction.atomic
def account_unlock(*, account: AccountRecord, actor: AccountRecord, at: datetime) -> None:
    """Let somebody try again who was locked out by wrong passwords."""
    _require(actor, account)
    reset(username=account.username)
    event_append(act="解锁账号", subject=f"账号 {account.username}", actor=actor, at=at)


@transaction.atomic
def password_reset(*, account: AccountRecord, actor: AccountRecord, at: datetime) -> Opened:
    """Give a new first password to somebody who forgot the own; the second factor stays as it is."""
    _require(actor, account)
    password_keep(account, at)
    password = first_password()
    account.set_password(password)
    account.must_change_password, account.password_set_on = True, at.date()
    session_end(account)
    account.save(update_fields=["password", "must_change_password", "password_set_on", "session_key"])
    event_append(act="重置密码", subject=f"账号 {account.username}", actor=actor, at=at)
    return Opened(account, password)


def _require(actor: AccountRecord, account: AccountRecord) -> None:
    require_duty(actor, Role.SYSTEM_ADMIN)
    require_other(actor, account)
