"""Change one's own password."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from jiping.web.accounts.models import AccountRecord, PasswordRecord
from jiping.web.audit.services import event_append


@transaction.atomic
def password_change(*, account: AccountRecord, password: str, at: datetime) -> None:
    """Set a password that has been validated; the one before is kept as its hash, so that it does not come again."""
    password_keep(account, at)
    account.set_password(password)
    account.must_change_password, account.password_set_on = False, at.date()
    account.save(update_fields=["password", "must_change_password", "password_set_on"])
    event_append(act="修改密码", subject=f"账号 {account.username}", actor=account, at=at)


def password_keep(account: AccountRecord, at: datetime) -> None:
    """Keep the hash of the password in use, and forget those too old to matter."""
    PasswordRecord.objects.create(account=account, digest=account.password, replaced_at=at)
    kept = account.passwords.values_list("pk", flat=True)[: settings.ACCOUNT_RULES.differs_from_last]
    account.passwords.exclude(pk__in=list(kept)).delete()
