"""Who stands behind a token, and how often one may knock."""

from django.http import HttpRequest
from ninja.security import HttpBearer

from jiping.web.accounts.models import AccountRecord
from jiping.web.api.selectors import account_with
from jiping.web.ui.pace import asked_too_often

TIMES, SECONDS = 120, 60


class TooOften(Exception):
    """A token is asked with more often than is polite."""


class Token(HttpBearer):
    """The token of an account, as `Authorization: Bearer jp_…`."""

    def authenticate(self, request: HttpRequest, token: str) -> AccountRecord | None:  # noqa: ARG002
        account = account_with(token)
        if account is not None and asked_too_often(f"api:{account.pk}", TIMES, SECONDS):
            raise TooOften
        return account
