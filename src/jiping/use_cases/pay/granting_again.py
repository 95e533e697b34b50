"""Register that what came back whole may be paid once more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jiping.domain.payment import PaymentKey
from jiping.payments.again import grant_again
from jiping.payments.ledger import ledger
from jiping.use_cases.pay.business import business
from jiping.use_cases.pay.recovering import key_of


@dataclass(frozen=True, slots=True)
class Regrant:
    """What a clerk typed: which payment, why, and who decides."""

    programme: str
    person: int
    kind: str
    period: int
    reason: str
    by: str


def again(regrant: Regrant, on: date, data: Path, pack: str, folders: Sequence[Path] = ()) -> PaymentKey:
    """Book on the day `on` that the payment may be made again, and return its new key. Raises JipingError as it must."""
    paying = business(regrant.programme, on.year, pack, on, folders)
    key = key_of(paying, regrant.person, regrant.kind, regrant.period)
    with ledger(data) as con:
        return grant_again(con, regrant.programme, key, reason=regrant.reason, by=regrant.by, on=on)
