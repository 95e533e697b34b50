"""An indicator's actual value (实际完成值) with its receipt: from what, by which expression, under which rules."""

from dataclasses import dataclass
from fractions import Fraction

from jiping.domain.period import Period


@dataclass(frozen=True, slots=True, order=True)
class SnapshotId:
    """Which records a figure was computed from: the table and the SHA-256 of its content."""

    table: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """One proven figure.

    `upper` over `lower` is the figure as exact integers (persons, cases, fen, days); `lower` None means that `upper`
    alone is the figure. `exact` is in `unit`, `shown` is what a form prints, rounded once. `exact` None says why in
    `absent`: nothing to divide by is no figure, and never 0 or 100 %. `id` names the receipt and follows from all else.
    """

    id: str
    programme: str
    code: str
    title: str
    sentence: str
    unit: str
    period: Period
    upper: int
    lower: int | None
    exact: Fraction | None
    shown: str | None
    absent: str | None
    sql: str
    snapshots: tuple[SnapshotId, ...]
    pack: str
    pack_edition: str
    code_version: str
