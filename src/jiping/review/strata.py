"""Divide the filings of a batch into strata of risk and amount, and say how many to draw from each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import cycle
from math import ceil, floor

from jiping.domain.errors import PackFault
from jiping.review.ranking import Ranked
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import number


@dataclass(frozen=True, slots=True)
class Stratum:
    """The filings of one risk band and one amount band; `rate` is the share the pack wants drawn."""

    risk: str
    amount: str
    members: tuple[Ranked, ...]
    rate: Decimal

    @property
    def name(self) -> str:
        return f"{self.risk}·{self.amount}"

    @property
    def is_checked(self) -> bool:
        """False for filings that could not be checked: a person looks at all of them anyway."""
        return all(each.risk.score is not None for each in self.members)


def strata(ranked: Iterable[Ranked], pack: RulePack) -> tuple[Stratum, ...]:
    """Return the strata that hold a filing, in the order of the pack's table of rates.

    Raises PackFault when the pack gives no rate for one of them.
    """
    groups: defaultdict[tuple[str, str], list[Ranked]] = defaultdict(list)
    for each in ranked:
        groups[each.risk.band, each.risk.amount.name].append(each)
    rates = _rates(pack)
    for risk, amount in groups:
        if (risk, amount) not in rates:
            raise PackFault(
                f"规则包“{pack.title}”没有写明“{risk}风险、{amount}”一层抽多少。",
                remedy=f"请在 sample_rates 中补写一行：{{risk: {risk}, amount: {amount}, rate: 0.1}}。",
            )
    return tuple(Stratum(*names, tuple(groups[names]), rate) for names, rate in rates.items() if names in groups)


def sizes(divided: Iterable[Stratum], total: int | None) -> tuple[int, ...]:
    """Return how many to draw from each stratum: by its rate, rounded up; or `total` shared out in the same proportion.

    Filings that could not be checked take nothing of a total.
    """
    given = tuple(divided)
    if total is None:
        return tuple(min(len(each.members), ceil(len(each.members) * each.rate)) for each in given)
    rooms = [len(each.members) if each.rate and each.is_checked else 0 for each in given]
    shares = [room * each.rate for room, each in zip(rooms, given, strict=True)]
    return _shared(min(total, sum(rooms)), shares, rooms)


def _shared(total: int, shares: Sequence[Decimal], rooms: Sequence[int]) -> tuple[int, ...]:
    """Share `total` by largest remainders; what a full stratum cannot take goes round to the others."""
    whole = sum(shares) or Decimal(1)
    quotas = [total * share / whole for share in shares]
    drawn = [min(room, floor(quota)) for room, quota in zip(rooms, quotas, strict=True)]
    turns = cycle(sorted(range(len(rooms)), key=lambda at: (floor(quotas[at]) - quotas[at], at)))
    while sum(drawn) < total:
        at = next(turns)
        drawn[at] += drawn[at] < rooms[at]
    return tuple(drawn)


def _rates(pack: RulePack) -> Mapping[tuple[str, str], Decimal]:
    rows = pack.table("sample_rates")
    return {(str(row["risk"]), str(row["amount"])): number(row, "rate") for row in rows}
