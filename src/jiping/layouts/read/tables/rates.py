"""Execution rates: per cent, or a fraction where the amounts beside it say so."""

from decimal import Decimal

from jiping.domain.money import Money


def in_per_cent(rate: Decimal | None, text: str, budget: Money | None, executed: Money | None) -> Decimal | None:
    """Return the stated rate in per cent; 0.98 is 98 where the amounts make it 98 %, and stays 0.98 elsewhere."""
    if rate is None or "%" in text or "％" in text or not (budget and executed and budget.yuan):
        return rate
    as_fraction = abs(rate * budget.yuan - executed.yuan)
    as_per_cent = abs(rate * budget.yuan / 100 - executed.yuan)
    return rate * 100 if as_fraction < as_per_cent else rate
