"""What no sealed list pays yet, told from what one does."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jiping.domain.payment import Payment, PaymentKey
from jiping.payments.due import Hindrance
from jiping.payments.ledger import Connection
from jiping.payments.sealed import paid_earlier


@dataclass(frozen=True, slots=True)
class Earlier:
    """What sealed lists have already: payments to the `same` person, such that came `back` since, and, told, those to the
    citizen's `other` number.
    """

    same: list[PaymentKey]
    back: list[PaymentKey]
    other: list[str]

    def counts(self) -> Mapping[Hindrance, int]:
        return {
            Hindrance.SEALED: len(self.same),
            Hindrance.RECOVERED: len(self.back),
            Hindrance.TWO_NUMBERS: len(self.other),
        }


def unsealed(con: Connection, programme: str, rows: Iterable[Payment], found: Earlier) -> Iterator[Payment]:
    """Yield the payments no sealed list has yet, and put the others into `found`."""
    for each in rows:
        earlier = paid_earlier(con, programme, each)
        if earlier is None:
            yield each
        elif earlier.person == each.key.person:
            (found.back if earlier.recovered else found.same).append(each.key)
        else:
            found.other.append(earlier.told(each))
