"""Who may have tokens, and what one is as it is kept."""

from hashlib import sha256

from django.http import Http404

from jiping.domain.roles import EVALUATORS
from jiping.web.accounts.models import AccountRecord

MOST_TOKENS = 5


def require_evaluator(account: AccountRecord) -> None:
    """Raise Http404 for the three administrators: they touch no business, and so do their programs."""
    if account.duty not in EVALUATORS:
        raise Http404


def digest_of(token: str) -> str:
    """Return what is kept of a token: it is drawn at random and long, so a plain hash cannot be turned back."""
    return sha256(token.encode()).hexdigest()
