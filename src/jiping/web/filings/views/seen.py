"""What every page of a filing shows."""

from typing import Any

from jiping.web.accounts.request import StaffRequest
from jiping.web.filings.policy import may_edit
from jiping.web.filings.selectors import (
    acts_open,
    filing_judged,
    filing_whole,
)
from jiping.web.filings.sheet import sheet_of


def seen(request: StaffRequest, pk: int) -> dict[str, Any]:
    """Return the filing, judged, with its sheet and what the person may do with it."""
    record = filing_whole(request.user, pk)
    judged = filing_judged(record)
    return {
        "filing": record,
        "judged": judged,
        "sheet": sheet_of(record, judged),
        "acts": acts_open(record, judged, request.user),
        "editable": may_edit(request.user, record),
    }
