"""Points that were given for nothing told."""

from decimal import Decimal

from jiping.domain.value.kinds import ValueKind
from jiping.scoring.score import RowScore


def earned_without_actual(each: RowScore) -> Decimal | None:
    """Return the points of a row that has a target and no actual; None where it has none or claims no points."""
    if each.target.kind is ValueKind.BLANK or each.actual.kind is not ValueKind.BLANK:
        return None
    score = each.row.score
    return score if score is not None and score > 0 else None
