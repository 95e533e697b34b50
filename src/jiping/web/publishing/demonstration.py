"""What has passed in the demo is made public, so that the public page has something to show."""

from datetime import datetime

from jiping.domain.roles import Role
from jiping.domain.workflow import State
from jiping.use_cases.publication import offers
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.selectors import pack_of
from jiping.web.publishing.services.publishing import filing_publish


def fill_publishing(at: datetime) -> None:
    """Publish every passed filing with the parts the pack proposes. It draws papers, which takes a second each."""
    bureau = AccountRecord.objects.get(role=Role.BUREAU)
    for record in FilingRecord.objects.filter(state=State.PASSED):
        parts = {each.part for each in offers(pack_of(record)) if each.default}
        filing_publish(record=record, parts=parts, actor=bureau, at=at)
