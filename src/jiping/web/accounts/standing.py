"""What somebody must do before anything else."""

from datetime import date

from django.conf import settings

from jiping.use_cases.account_rules import AccountRules
from jiping.web.accounts.models import AccountRecord


def first_due(account: AccountRecord, on: date, *, verified: bool) -> str | None:
    """Return the name of the page that comes first: a new password, or setting up the second factor.

    In a demonstration the printed passwords stay good, and nobody needs a phone.
    """
    rules: AccountRules = settings.ACCOUNT_RULES
    if account.must_change_password:
        return "password"
    if settings.DEMO:
        return None
    if account.password_set_on is None or on - account.password_set_on > rules.lasts:
        return "password"
    if account.duty in rules.second_factor and not verified:
        return "second_factor"
    return None
