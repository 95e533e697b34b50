"""How rows are weighted and earned: one query counts equal rows, all else is worked out from the counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.db.models import Count

from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import IndicatorRecord
from jiping.web.filings.policy import visible_to

_LEAST_OF_A_NAME = 5  # rows of one name before one can be called odd among them


@dataclass(frozen=True, slots=True)
class Alike:
    """So many rows of a year that say the same: level, name, weight and points earned (None where silent)."""

    year: int
    level: str
    name: str
    weight: Decimal
    score: Decimal | None
    number: int


@dataclass(frozen=True, slots=True)
class Odd:
    """A weight that few rows of this name have; `usual` is what most have."""

    name: str
    weight: Decimal
    usual: Decimal
    number: int
    of: int


def rows_alike(account: AccountRecord) -> tuple[Alike, ...]:
    """Return every kind of row the account sees, with its number; rows without a weight are left out."""
    counted = (
        IndicatorRecord.objects.filter(filing__in=visible_to(account), weight__isnull=False)
        .order_by()
        .values_list("filing__year", "level1", "level3", "weight", "score")
        .annotate(number=Count("pk"))
    )
    return tuple(_alike(counted))


def mean_weights(rows: Iterable[Alike], filings: int) -> dict[str, Decimal]:
    """Return how many points of a filing each level has in the mean, the heaviest first."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for each in rows:
        sums[each.level] += each.weight * each.number
    return {level: sums[level] / max(1, filings) for level in sorted(sums, key=lambda one: (-sums[one], one))}


def odd_weights(rows: Iterable[Alike], share: Decimal) -> tuple[Odd, ...]:
    """Return the weights that no more than `share` of the rows of a name have, the rarest first."""
    by_name: dict[str, Counter[Decimal]] = defaultdict(Counter)
    for each in rows:
        by_name[each.name][each.weight] += each.number
    found = [odd for name, weights in by_name.items() for odd in _odd(name, weights, share)]
    return tuple(sorted(found, key=lambda odd: (Decimal(odd.number) / odd.of, odd.name, odd.weight)))


def earned(rows: Iterable[Alike]) -> dict[str, Decimal]:
    """Return which per cent of its points each name earns in the mean, the lowest first; names met once are left out."""
    points: dict[str, Decimal] = defaultdict(Decimal)
    weights: dict[str, Decimal] = defaultdict(Decimal)
    numbers: Counter[str] = Counter()
    for each in rows:
        if each.score is not None:
            points[each.name] += each.score * each.number
            weights[each.name] += each.weight * each.number
            numbers[each.name] += each.number
    shares = {name: points[name] / weights[name] * 100 for name in points if weights[name] and numbers[name] > 1}
    return {name: shares[name] for name in sorted(shares, key=lambda one: (shares[one], one))}


def _odd(name: str, weights: Counter[Decimal], share: Decimal) -> Iterator[Odd]:
    of = weights.total()
    if of < _LEAST_OF_A_NAME:
        return
    usual = max(weights, key=lambda weight: (weights[weight], weight))
    for weight, number in weights.items():
        if weight != usual and Decimal(number) <= share * of:
            yield Odd(name, weight, usual, number, of)


def _alike(counted: Iterable[tuple[int, str | None, str, str | None, str | None, int]]) -> Iterator[Alike]:
    for year, level, name, weight, score, number in counted:
        known = _number(weight)
        if known is not None:
            yield Alike(year, level or "未写一级指标", name, known, _number(score), number)


def _number(text: str | None) -> Decimal | None:
    try:
        number = None if text is None else Decimal(text)
    except InvalidOperation:  # a draft may say anything
        return None
    return number if number is not None and number.is_finite() else None
