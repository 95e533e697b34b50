"""Send once more what the bank gave back, as far as it is still due."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from jiping.datasets.engine import DUCKDB
from jiping.domain.payment import Payment
from jiping.payments.before_sending import Look, note
from jiping.payments.ledger import ledger, together
from jiping.payments.recheck import Change
from jiping.payments.reissue import Payees, failed_payments, reissue
from jiping.payments.sealed import find_sealed
from jiping.use_cases.pay.business import business_of
from jiping.use_cases.pay.comparing import Compared, compared_once_more
from jiping.use_cases.pay.sending import Manner, Sent, written


@dataclass(frozen=True, slots=True)
class Reissued:
    """The order for what may be tried again, None where there is nothing; `held` is what is no longer due as sealed."""

    sent: Sent | None
    held: Compared


def reissue_failed(
    number: str, on: date, data: Path, manner: Manner, *, engine: str = DUCKDB, folders: Sequence[Path] = ()
) -> Reissued:
    """Make and write an order for the transfers that failed, to the accounts registered now.

    Every one of them is decided anew; what is no longer due, or in another amount, waits for a person to decide.
    """
    with ledger(data) as con:
        sealed = find_sealed(con, number)
        failed = failed_payments(con, sealed)
        if not failed:
            return Reissued(None, Compared((), {}, ()))
        paying = business_of(sealed.list.head, on, folders)
        now = compared_once_more(con, paying, data, failed, engine)
        held = replace(now, changed=tuple(each for each in now.changed if each.what is not Change.PAYEE))
        with together(con):
            batch = reissue(con, sealed, _payees(failed, now, held), on)
            if batch is None:
                return Reissued(None, held)
            note(con, batch, on, Look(now.snapshots, changed=(), despite=None))
        return Reissued(Sent(batch, written(con, batch, paying, manner)), held)


def _payees(failed: Sequence[Payment], now: Compared, held: Compared) -> Payees:
    """Return who is still to be paid, with the account of today: changing it is what a failed transfer asks for."""
    out = {each.listed.key for each in held.changed}
    moved = {each.listed.key: each.now.payee for each in now.changed if each.now is not None}
    return {each.key: moved.get(each.key, each.payee) for each in failed if each.key not in out}
