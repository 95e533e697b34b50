"""What a reviewer objects to (校核意见): one sentence with place, basis and remedy."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from jiping.domain.filing import Waiver
from jiping.domain.place import Place


class Severity(StrEnum):
    """How a finding binds: must be mended, must be answered, worth a look."""

    BLOCK = "必改"
    WARN = "存疑"
    HINT = "提示"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Finding(NamedTuple):  # made by the million in a large run: a tuple is made in a fraction of the time
    """One objection to one filing; `where` is the cell or section in the filer's words, `basis` the legal title."""

    code: str
    severity: Severity
    project: str
    unit: str
    year: int | None
    where: str
    message: str
    remedy: str
    basis: str
    place: Place | None = None
    waiver: Waiver | None = None

    @property
    def fingerprint(self) -> str:
        """What stays the same when a finding is met again in a later round; its wording may change."""
        return fingerprint(self.code, self.unit, self.year, self.project, self.where)


def fingerprint(code: str, unit: str, year: int | None, project: str, where: str) -> str:
    """Return the mark by which a finding is known again, for findings that were handed over as data too."""
    return "|".join((code, unit, str(year), project, where))


@dataclass(frozen=True, slots=True)
class NotRun:
    """A check that could not run on a filing, and why: never silence, never a clean result."""

    code: str
    project: str
    reason: str
