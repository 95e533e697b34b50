"""The few words the board's templates share."""

from decimal import Decimal

from django import template

from jiping.domain.money import plain
from jiping.web.filings.models import FilingRecord
from jiping.web.review.selectors.board import recount_gap

register = template.Library()
_FULL, _SHORT, _POOR = 100, 80, 65  # per cent of rows with proof: teal from 80, amber below, red below 65


@register.filter
def grouped(number: int) -> str:
    """Show a count with its thousands marked."""
    return f"{number:,}"


@register.filter
def gap(filing: FilingRecord) -> Decimal | None:
    """Return by how much the computed score lies above the unit's own."""
    return recount_gap(filing)


@register.filter
def gap_tone(filing: FilingRecord) -> str:
    """Return the colour of the difference: amber where the unit gave itself less, red where it gave itself more."""
    difference = recount_gap(filing)
    if not difference:
        return "even"
    return "more" if difference > 0 else "less"


@register.filter
def proven_share(filing: FilingRecord) -> int | None:
    """Return how many per cent of the rows have a proof or a reason; None where there are no rows."""
    return filing.summary_proven * _FULL // filing.summary_rows if filing.summary_rows else None


@register.filter
def proven_tone(share: int) -> str:
    """Return the colour of the coverage."""
    return "" if share >= _SHORT else "short" if share >= _POOR else "poor"


@register.filter
def plainly(number: Decimal | str | None) -> str:
    """Show a number as a person types it; nothing for none (a template's missing value is an empty text)."""
    return plain(number) if isinstance(number, Decimal) else ""
