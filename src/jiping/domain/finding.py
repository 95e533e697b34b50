"""What a reviewer objects to (校核意见): one sentence with place, basis and remedy."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from jiping.domain.filing import Filing, Waiver
from jiping.domain.place import Place


class Severity(StrEnum):
    """How a finding binds: must be mended, must be answered, worth a look."""

    BLOCK = "必改"
    WARN = "存疑"
    HINT = "提示"

    rank: int
    """0 for the gravest."""


for _rank, _severity in enumerate(Severity):  # asked of every finding when they are put in order
    _severity.rank = _rank


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
    """A check that could not run on a filing, and why: never silence, never a clean result.

    `unit` and `file` are empty where a whole comparison of many filings is meant.
    """

    code: str
    project: str
    reason: str
    unit: str = ""
    file: str = ""

    @classmethod
    def about(cls, filing: Filing, code: str, reason: str) -> "NotRun":
        """Return that the check `code` could not run on `filing`."""
        file = filing.place.file if filing.place else ""
        return cls(code, filing.label, reason, filing.unit_label, file)

    @property
    def who(self) -> str:
        """Whose filing it is, in a reader's words."""
        return f"{self.unit}　{self.project}" if self.unit else self.project
