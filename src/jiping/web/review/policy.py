"""Who may look at the board, draw a sample, and judge what a unit has mended."""

from django.http import Http404

from jiping.domain.errors import JipingError
from jiping.domain.roles import REVIEWERS, Role
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.policy import may_judge
from jiping.web.review.models import DrawnRecord

SAMPLE_READERS = frozenset({Role.BUREAU, Role.AUDITOR})


def require_reviewer(account: AccountRecord) -> None:
    """Raise Http404 unless `account` is a reviewer: for all others there is no board."""
    if account.duty not in REVIEWERS:
        raise Http404


def may_rescore(account: AccountRecord, filing: FilingRecord) -> bool:
    """Tell whether this reviewer may put values beside the unit's: in its turn, and the bureau for whatever was drawn."""
    if may_judge(account, filing):
        return True
    return account.duty is Role.BUREAU and DrawnRecord.objects.filter(filing=filing).exists()


def require_turn(account: AccountRecord, filing: FilingRecord) -> None:
    """Raise JipingError unless it is this reviewer's turn on the filing."""
    if not may_judge(account, filing):
        raise JipingError(
            f"“{filing.project}”现在“{filing.state}”，不由{account.duty.label}审核。",
            remedy="可能另一位审核人刚刚办过，请刷新后再看。",
        )


def require_rescoring(account: AccountRecord, filing: FilingRecord) -> None:
    """Raise JipingError unless this reviewer may re-score the filing."""
    if not may_rescore(account, filing):
        raise JipingError(
            f"“{filing.project}”现在“{filing.state}”，又没有抽中复核，不由{account.duty.label}复核。",
            remedy="轮到您审核时，或财政部门抽中以后再复核。",
        )
