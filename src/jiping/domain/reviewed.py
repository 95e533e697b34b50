"""What a reviewer found in place of what a unit stated (复核)."""

from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.place import Place


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One indicator as reviewed. `actual` and `score` are None where the reviewer leaves the unit's own;
    a score left out beside a new actual follows from the rules. `unit` is needed only where projects share a name.
    """

    project: str
    indicator: str
    actual: str | None = None
    score: Decimal | None = None
    reason: str | None = None
    unit: str | None = None
    place: Place | None = None
