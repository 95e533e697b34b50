"""Coming in and being refused; an account has one session, and the next one ends it."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from jiping.web.accounts.models import AccountRecord
from jiping.web.audit.services import event_append


@transaction.atomic
def session_begin(*, account: AccountRecord, session_key: str, at: datetime) -> None:
    """Note that somebody came in; a session elsewhere under the same account ends."""
    if account.session_key != session_key:
        session_end(account)
    account.session_key = session_key
    account.save(update_fields=["session_key"])
    event_append(act="登录", subject=f"账号 {account.username}", actor=account, at=at)


@transaction.atomic
def login_refuse(*, username: str, why: str, at: datetime) -> None:
    """Note a failed login. A name nobody has is not written down: it may be a password typed in the wrong place."""
    known = AccountRecord.objects.filter(username=username).exists()
    subject = f"账号 {username}" if known else "没有这个账号"
    event_append(act="登录失败", subject=subject, actor=None, at=at, after={"reason": why})


def session_end(account: AccountRecord) -> None:
    """End the session the account has; the caller saves `session_key`."""
    if account.session_key:
        Session.objects.filter(session_key=account.session_key).delete()
    account.session_key = ""
