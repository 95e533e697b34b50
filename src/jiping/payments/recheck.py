"""What changed between the list and today, looked at before money leaves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from heapq import merge
from itertools import groupby
from operator import itemgetter

from jiping.domain.payment import Payment, PaymentKey


class Change(StrEnum):
    """How a listed payment differs from what is due now."""

    GONE = "现在不应发放"
    AMOUNT = "金额变动"
    PAYEE = "收款人或账户变动"


@dataclass(frozen=True, slots=True)
class Changed:
    """A payment as listed, and what is due now in its place, None for nothing."""

    listed: Payment
    now: Payment | None

    @property
    def what(self) -> Change:
        if self.now is None:
            return Change.GONE
        return Change.AMOUNT if self.now.amount != self.listed.amount else Change.PAYEE


def changes(listed: Iterable[Payment], now: Iterable[Payment]) -> Iterator[Changed]:
    """Yield the listed payments that are no longer due as listed; both come in the order of their keys."""
    both = merge(_tagged(listed, 0), _tagged(now, 1), key=itemgetter(0, 1))
    for _, group in groupby(both, key=itemgetter(0)):
        found = {tag: payment for _, tag, payment in group}
        if 0 in found and found[0] != found.get(1):
            yield Changed(found[0], found.get(1))


def _tagged(payments: Iterable[Payment], tag: int) -> Iterator[tuple[PaymentKey, int, Payment]]:
    return ((each.key, tag, each) for each in payments)
