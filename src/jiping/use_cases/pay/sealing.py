"""Seal a posted list, after looking at every payment once more."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jiping.datasets.engine import DUCKDB
from jiping.domain.errors import JipingError
from jiping.domain.payment import Payment
from jiping.domain.payment_list import struck_head, tallied, without
from jiping.payments.draft import Draft, find_draft
from jiping.payments.ledger import Connection, ledger
from jiping.payments.notice import posted_since, require_posted
from jiping.payments.recheck import Changed
from jiping.payments.seal import seal
from jiping.payments.sealed import Approval, Sealed, sealed_from
from jiping.rulepack.calendar import calendar_of
from jiping.use_cases.pay.business import business_of
from jiping.use_cases.pay.comparing import compared


@dataclass(frozen=True, slots=True)
class Sealing:
    """What came of it: `sealed` None means nothing was sealed, because of the changes.

    `reasons` tell for persons no longer due which conditions fail now.
    """

    sealed: Sealed | None
    changed: tuple[Changed, ...] = ()
    reasons: Mapping[int, str] = field(default_factory=dict)


def seal_list(
    number: str,
    on: date,
    data: Path,
    *,
    strike: bool = False,
    engine: str = DUCKDB,
    folders: Sequence[Path] = (),
    tell: Callable[[str], None] = lambda _: None,
) -> Sealing:
    """Approve the list called `number` on the day `on` and put it into the ledger; again, it stays as it is.

    Every payment is decided anew. Where one is no longer due as listed nothing is sealed, or with `strike` the rest is.
    Raises JipingError before the term of the notice is over, and when a payment stands on another list.
    """
    draft = find_draft(data, number)
    with ledger(data) as con:
        earlier = sealed_from(con, draft.list)
        if earlier is not None:
            return Sealing(earlier)
        paying = business_of(draft.list.head, on, folders)
        since = posted_since(con, draft.list)
        require_posted(draft.list, since, paying.publicity_days, calendar_of(paying.rules), on)
        tell("发放前复核")
        now = compared(con, paying, data, draft.payments(), engine)
        if now.changed and not strike:
            return Sealing(None, now.changed, now.reasons)
        tell("封存")
        approval = Approval(since, on, int(paying.rules.thresholds["pay_attempts"]))
        return Sealing(_sealed(con, draft, now.changed, approval), now.changed, now.reasons)


def _sealed(con: Connection, draft: Draft, changed: tuple[Changed, ...], approval: Approval) -> Sealed:
    struck = frozenset(each.listed.key for each in changed)

    def rows() -> Iterator[Payment]:
        return without(draft.payments(), struck)

    final = tallied(struck_head(draft.list), rows()) if struck else draft.list
    if not final.count:
        raise JipingError("名单上的人现在都不应发放。", remedy="请重新运行 jiping pay list。")
    return seal(con, draft.list, final, rows, approval)
