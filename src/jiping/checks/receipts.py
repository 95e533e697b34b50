"""Which receipts (计量凭据) a row names, in its evidence or in its last column."""

from collections.abc import Iterator
from re import Match

from jiping.domain.filing import Indicator
from jiping.domain.measurement import RECEIPT_ID


def receipts(row: Indicator) -> Iterator[Match[str]]:
    """Yield each receipt named, as a match with the groups `code` and `year`."""
    for each in row.evidence:
        yield from RECEIPT_ID.finditer(each.number or "")
    yield from RECEIPT_ID.finditer(row.reason or "")
