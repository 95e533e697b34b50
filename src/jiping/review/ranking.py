"""Put the filings of a batch in the order in which a reviewer should open them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.finding import Severity
from jiping.review.dossier import Dossier
from jiping.review.risk import Risk, assess
from jiping.review.weights import RiskWeights


@dataclass(frozen=True, slots=True)
class Ranked:
    """One filing in the order of risk; `position` counts from 1."""

    position: int
    dossier: Dossier
    risk: Risk


def rank(given: Iterable[Dossier], weights: RiskWeights) -> tuple[Ranked, ...]:
    """Return the filings, those that could not be checked first, then by falling risk, then by falling expenditure."""
    filings = tuple(given)
    total = Counter(each.subject.unit for each in filings)
    blocked = Counter(each.subject.unit for each in filings if each.count(Severity.BLOCK))
    shares = {unit: Decimal(blocked[unit]) / number for unit, number in total.items()}
    assessed = [(each, assess(each, shares[each.subject.unit], weights)) for each in filings]
    assessed.sort(key=_order)
    return tuple(Ranked(position, *pair) for position, pair in enumerate(assessed, start=1))


def _order(pair: tuple[Dossier, Risk]) -> tuple[object, ...]:
    dossier, risk = pair
    subject = dossier.subject
    spent = Decimal(-1) if subject.expenditure is None else subject.expenditure.yuan
    key = (subject.unit, subject.project, str(subject.year), subject.file)
    return risk.score is not None, -(risk.score or Decimal(0)), -spent, *key
