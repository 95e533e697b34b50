"""Ask money back, and book what comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jiping.domain.errors import JipingError
from jiping.domain.payment import PaymentKey
from jiping.payments.ledger import ledger
from jiping.payments.recovery import Recovery, demand, receive
from jiping.payments.takeover import is_known, take_over
from jiping.payments.yuan import fen
from jiping.use_cases.pay.books import paid_before
from jiping.use_cases.pay.business import Business, business


@dataclass(frozen=True, slots=True)
class Claim:
    """What a clerk typed: with `reason` money is asked back, with `voucher` and `amount` (yuan) some of it has come."""

    programme: str
    person: int
    kind: str
    period: int
    reason: str | None
    amount: str | None
    voucher: str | None


def recover(claim: Claim, on: date, data: Path, pack: str, folders: Sequence[Path] = ()) -> Recovery:
    """Book a demand or an instalment on the day `on`. Raises JipingError when it is not clear which, or impossible.

    What was paid before the ledger was begun is first taken over from the programme's books.
    """
    paying = business(claim.programme, on.year, pack, on, folders)
    key = key_of(paying, claim.person, claim.kind, claim.period)
    amount = None if claim.amount is None else fen(claim.amount)
    match claim:
        case Claim(reason=str(reason), voucher=None):
            with ledger(data) as con:
                if not is_known(con, claim.programme, key):
                    take_over(con, *paid_before(paying, key, data))
                return demand(con, claim.programme, key, amount, reason=reason, on=on)
        case Claim(reason=None, voucher=str(voucher)) if amount is not None:
            with ledger(data) as con:
                return receive(con, claim.programme, key, amount, voucher=voucher, on=on)
    raise JipingError(
        "看不出是登记追回，还是登记退回的款项。",
        remedy="登记追回请写 --reason；登记退回的一笔请写 --voucher 和 --amount，不写 --reason。",
    )


def key_of(paying: Business, person: int, kind: str, period: int) -> PaymentKey:
    """Return the key of a payment whose `kind` a clerk typed. Raises JipingError for a kind the programme does not pay."""
    kinds = {word: kept for kept, word in paying.kinds.items()}
    if kind not in (*kinds, *kinds.values()):
        raise JipingError(f"没有名为“{kind}”的补助。", remedy=f"可写：{'、'.join(kinds)}。")
    return PaymentKey(person, kinds.get(kind, kind), period)
