"""Who sees what filings say together."""

from django.http import Http404

from jiping.domain.roles import READERS, REVIEWERS
from jiping.web.accounts.models import AccountRecord


def require_overseer(account: AccountRecord) -> None:
    """Raise Http404 unless `account` looks over several units: a reviewer or the auditor."""
    if account.duty not in REVIEWERS | READERS:
        raise Http404
