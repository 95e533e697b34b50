"""Who sees a filing, and who may change it now."""

from django.db.models import QuerySet

from jiping.domain.roles import REVIEWERS, Role
from jiping.domain.workflow import EDITABLE, State
from jiping.web.accounts.models import AccountRecord
from jiping.web.accounts.policy import within
from jiping.web.filings.models import FilingRecord

TURNS = {
    Role.CLERK: (State.DRAFT, State.RETURNED),
    Role.LEADER: (State.APPROVAL,),
    Role.DEPARTMENT: (State.DEPARTMENT,),
    Role.BUREAU: (State.BUREAU,),
}
"""Whose turn it is in which states; nobody else's act is awaited there."""


def visible_to(account: AccountRecord) -> QuerySet[FilingRecord]:
    """Return the filings `account` may see: the only way in for every page."""
    return FilingRecord.objects.filter(within(account)).select_related("unit")


def may_edit(account: AccountRecord, filing: FilingRecord) -> bool:
    """Tell whether `account` may change cells now: the unit's clerk, while the filing is at home."""
    own = account.duty is Role.CLERK and account.unit_id == filing.unit_id
    return own and State(filing.state) in EDITABLE


def may_judge(account: AccountRecord, filing: FilingRecord) -> bool:
    """Tell whether it is this reviewer's turn to speak on a filing in its scope."""
    return account.duty in REVIEWERS and State(filing.state) in TURNS[account.duty]
