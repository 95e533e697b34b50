"""A decision (核定) on one person or project as it was taken: what holds, what fails, what was seen, under which rules."""

import re
from dataclasses import dataclass
from datetime import date

from jiping.domain.measurement import SnapshotId

# programme's letters, year, digest of all the decision says
DECISION_ID = re.compile(r"\b[A-Z]{2}-(?P<year>\d{4})-[0-9a-f]{12}\b", re.ASCII)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a condition looked at: `shown` is what a clerk reads, `raw` what the records say, None for nothing."""

    name: str
    heading: str
    shown: str
    raw: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """One condition as it was met or not; `remedy` would change a refusal, `bases` are the rules it rests on."""

    code: str
    title: str
    remedy: str
    holds: bool
    seen: tuple[Fact, ...]
    bases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Granted:
    """One entitlement, and of what: a loan has one for each stretch of days. A `guard` grants nothing itself."""

    kind: str
    title: str
    guard: bool
    about: tuple[Fact, ...]
    conditions: tuple[Judged, ...]

    @property
    def granted(self) -> bool:
        return all(each.holds for each in self.conditions)


@dataclass(frozen=True, slots=True)
class Decision:
    """All decisions on one `subject` for one year, and all it takes to come to them again.

    `who` are facts anybody may see; `as_of` is the day whose rules decide. `id` follows from all else.
    """

    id: str
    programme: str
    title: str
    asked: str
    subject: int | str
    who: tuple[Fact, ...]
    year: int
    as_of: date
    entitlements: tuple[Granted, ...]
    snapshots: tuple[SnapshotId, ...]
    pack: str
    pack_edition: str
    code_version: str
