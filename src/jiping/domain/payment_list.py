"""A list of payments, named by its content: any other head, row or order of rows is another list."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from jiping.domain.measurement import SnapshotId
from jiping.domain.payment import Payment, PaymentKey, line_of


@dataclass(frozen=True, slots=True)
class ListHead:
    """What a list was drawn up from. `struck_from` names the posted list from which rows were struck, if any were."""

    programme: str
    year: int
    pack: str
    pack_edition: str
    as_of: date
    code_version: str
    snapshots: tuple[SnapshotId, ...]
    struck_from: str | None = None

    def line(self) -> bytes:
        """Return the head as the first line that is hashed."""
        told = {name: getattr(self, name) for name in ("programme", "year", "pack", "pack_edition", "code_version")}
        snapshots = [[each.table, each.sha256] for each in self.snapshots]
        return line_of(
            {**told, "as_of": self.as_of.isoformat(), "snapshots": snapshots, "struck_from": self.struck_from}
        )

    @classmethod
    def from_line(cls, line: bytes) -> "ListHead":
        """Return the head written as `line`. Raises ValueError, KeyError or TypeError for anything else."""
        told = dict(json.loads(line))
        day = date.fromisoformat(told.pop("as_of"))
        return cls(**{**told, "as_of": day, "snapshots": tuple(SnapshotId(*each) for each in told["snapshots"])})


@dataclass(frozen=True, slots=True)
class PaymentList:
    """A list by its content: `sha256` is that of its lines, the head first, then `count` rows in the order of their
    keys, whose amounts add up to `total` fen.
    """

    head: ListHead
    count: int
    total: int
    sha256: str

    @property
    def id(self) -> str:
        """The number people call it by."""
        return self.sha256[:12]


class Tally:
    """Adds up a list row by row, so that a list of any size needs no memory."""

    def __init__(self, head: ListHead) -> None:
        self.head, self._count, self._total = head, 0, 0
        self._hash = hashlib.sha256(head.line())

    def add(self, payment: Payment) -> None:
        self._count += 1
        self._total += payment.amount
        self._hash.update(payment.line())

    def list(self) -> PaymentList:
        return PaymentList(self.head, self._count, self._total, self._hash.hexdigest())


def tallied(head: ListHead, payments: Iterable[Payment]) -> PaymentList:
    """Return the list these rows make."""
    tally = Tally(head)
    for each in payments:
        tally.add(each)
    return tally.list()


def without(payments: Iterable[Payment], struck: frozenset[PaymentKey]) -> Iterator[Payment]:
    """Return the rows that were not struck off."""
    return (each for each in payments if each.key not in struck)


def struck_head(posted: PaymentList) -> ListHead:
    """Return the head of what remains of `posted` after rows were struck off."""
    return replace(posted.head, struck_from=posted.sha256)
