"""How scores are spread, and where the unit's own is far from the rules'."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Sum
from django.db.models.functions import Abs

from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord
from jiping.web.filings.policy import visible_to
from jiping.web.ui.charts.bars import Bar

_LOWEST, _STEP, _FULL = 60, 5, 100


@dataclass(frozen=True, slots=True)
class Scored:
    """So many filings of a unit and year with the same whole points; `sum` is that of their exact scores."""

    unit: str
    year: int
    points: int | None
    sum: Decimal
    number: int


def scored(account: AccountRecord) -> tuple[Scored, ...]:
    """Return the scores of everything the account sees, counted; filings without one have no points."""
    counted = (
        visible_to(account)
        .order_by()
        .values_list("unit__name", "year", "summary_points")
        .annotate(sum=Sum("summary_stated"), number=Count("pk"))
    )
    return tuple(Scored(unit, year, points, sums or Decimal(0), number) for unit, year, points, sums, number in counted)


def spread(found: Iterable[Scored], year: int) -> tuple[Bar, ...]:
    """Return how many of the year's filings score themselves below sixty, then in steps of five, and the full mark alone."""
    known: Counter[int] = Counter()
    for each in found:
        if each.year == year and each.points is not None:
            known[each.points] += each.number
    lows = range(_LOWEST, _FULL, _STEP)
    bins = [(f"不足 {_LOWEST}", _sum(known, 0, _LOWEST))]
    bins += [(f"{low}–{low + _STEP - 1}", _sum(known, low, low + _STEP)) for low in lows]
    bins.append((f"{_FULL}", _sum(known, _FULL, _FULL + 1)))
    return tuple(Bar(label, Decimal(number), f"{number}") for label, number in bins)


def by_unit(found: Iterable[Scored]) -> dict[str, dict[int, Decimal]]:
    """Return the mean own score of every unit by year, the units with most filings first."""
    sums: dict[tuple[str, int], Decimal] = defaultdict(Decimal)
    numbers: Counter[tuple[str, int]] = Counter()
    sizes: Counter[str] = Counter()
    for each in found:
        if each.points is not None:
            sums[each.unit, each.year] += each.sum
            numbers[each.unit, each.year] += each.number
            sizes[each.unit] += each.number
    means: dict[str, dict[int, Decimal]] = {unit: {} for unit in sorted(sizes, key=lambda one: (-sizes[one], one))}
    for (unit, year), number in numbers.items():
        means[unit][year] = sums[unit, year] / number
    return means


def far_off(account: AccountRecord, year: int, most: int) -> list[FilingRecord]:
    """Return the filings whose own score is farthest from the computed one, as `gap`, farthest first."""
    return list(
        visible_to(account)
        .filter(year=year, summary_differs=True, summary_total__isnull=False, summary_stated__isnull=False)
        .annotate(gap=F("summary_stated") - F("summary_total"))
        .order_by(Abs("gap").desc(), "pk")[:most]
    )


def _sum(known: Mapping[int, int], low: int, high: int) -> int:
    return sum(number for points, number in known.items() if low <= points < high)
