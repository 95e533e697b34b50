"""An indicator's actual value (实际完成值) with its receipt: from what, by which expression, under which rules."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jiping.domain.period import Period

# indicator, year, digest of all the receipt says
RECEIPT_ID = re.compile(r"\b(?P<code>[A-Z]{2}\d{2})-(?P<year>\d{4})-[0-9a-f]{12}\b", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class SnapshotId:
    """Which records, or rows of the rules, a figure was computed from: the table and the SHA-256 of its content."""

    table: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Counted:
    """One side of a figure: a whole number (persons, cases, fen, days), the SQL that adds it up, and the SQL that
    opens the records behind it. `money` marks fen.
    """

    sum: int
    sql: str
    records_sql: str
    money: bool = False

    def __str__(self) -> str:
        """What a person reads: 4,542, or for fen the amount in yuan."""
        return f"{Decimal(self.sum).scaleb(-2):,f} 元" if self.money else f"{self.sum:,}"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One proven figure: `upper`, or `upper` over `lower`.

    `exact` is in `unit`, `shown` is what a form prints, rounded once. Where there is nothing to divide by, both are
    None and `absent` says why: no figure is never 0 and never 100 %. `id` names the receipt and follows from all else.
    `references` are the tables of the rules, such as the calendar of working days, that it rests on beside the records.
    """

    id: str
    programme: str
    code: str
    title: str
    sentence: str
    unit: str
    period: Period
    upper: Counted
    lower: Counted | None
    exact: Fraction | None
    shown: str | None
    absent: str | None
    snapshots: tuple[SnapshotId, ...]
    pack: str
    pack_edition: str
    code_version: str
    references: tuple[SnapshotId, ...] = ()
