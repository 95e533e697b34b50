"""Where a line of money stands: what may be spent, what has come in, what is promised and what is gone, in fen."""

from collections.abc import Iterable
from dataclasses import dataclass

from jiping.domain.posting import BUDGET, LEFT, PostingKind
from jiping.web.funds.models import PostingRecord


@dataclass(frozen=True, slots=True)
class Balance:
    """The sums of a line's bookings; `promised` is asked or approved and not yet paid."""

    initial: int
    budget: int
    received: int
    spent: int
    left_over: int
    promised: int

    @property
    def free(self) -> int:
        """What of the budget nobody has spent or asked for."""
        return self.budget - self.spent - self.promised

    @property
    def cash(self) -> int:
        """What has come in and is still there: received = spent + carried over + handed back + cash."""
        return self.received - self.spent - self.left_over


def balance_of(postings: Iterable[PostingRecord], promised: int) -> Balance:
    """Return the balance of bookings."""
    sums = dict.fromkeys(PostingKind, 0)
    for each in postings:
        sums[PostingKind(each.kind)] += each.fen
    return Balance(
        initial=sums[PostingKind.INITIAL],
        budget=sum(sums[kind] for kind in BUDGET),
        received=sums[PostingKind.ARRIVAL],
        spent=sums[PostingKind.SPENT],
        left_over=sum(sums[kind] for kind in LEFT),
        promised=promised,
    )
