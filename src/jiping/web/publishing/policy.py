"""Who publishes, and who takes a sealed bundle away."""

from django.http import Http404

from jiping.domain.roles import Role
from jiping.web.accounts.models import AccountRecord


def require_auditor(account: AccountRecord) -> None:
    """Raise Http404 unless `account` audits: sealed bundles are made for nobody else."""
    if account.duty is not Role.AUDITOR:
        raise Http404
