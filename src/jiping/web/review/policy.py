"""Who may look at the board, draw a sample, and judge what a unit has mended."""

from django.http import Http404

from jiping.domain.errors import JipingError
from jiping.domain.roles import REVIEWERS, Role
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.policy import may_judge

SAMPLE_READERS = frozenset({Role.BUREAU, Role.AUDITOR})


def require_reviewer(account: AccountRecord) -> None:
    """Raise Http404 unless `account` is a reviewer: for all others there is no board."""
    if account.duty not in REVIEWERS:
        raise Http404


def require_turn(account: AccountRecord, filing: FilingRecord) -> None:
    """Raise JipingError unless it is this reviewer's turn on the filing."""
    if not may_judge(account, filing):
        raise JipingError(
            f"“{filing.project}”现在“{filing.state}”，不由{account.duty.label}审核。",
            remedy="可能另一位审核人刚刚办过，请刷新后再看。",
        )
