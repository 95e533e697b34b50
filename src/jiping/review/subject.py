"""One filing as a reviewer meets it: whose it is, how much money, which score."""

from dataclasses import dataclass
from decimal import Decimal

from jiping.domain.filing import NO_UNIT, Filing
from jiping.domain.finding import Finding
from jiping.domain.money import Money

UNREAD_UNIT = "（未读出填报单位）"

Key = tuple[str, str, str, int | None]
"""File, unit, project, year: what a finding and the filing it speaks of have in common."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The head of one filing, small enough to hold a province's worth in memory.

    `file` is the name findings use, `link` the path that opens it. `score` and `grade` are the unit's own.
    `unchecked` says why the filing could not be checked; None when it was. `pack` names the pack it was judged by.
    """

    unit: str
    project: str
    year: int | None
    file: str = ""
    link: str | None = None
    expenditure: Money | None = None
    score: Decimal | None = None
    grade: str | None = None
    unchecked: str | None = None
    pack: str = ""

    @property
    def key(self) -> Key:
        return self.file, self.unit, self.project, self.year

    @property
    def names_unit(self) -> bool:
        """False for a filing nobody can be written to about."""
        return self.unit not in (NO_UNIT, UNREAD_UNIT)


def subject_of(filing: Filing, link: str | None = None, unchecked: str | None = None, pack: str = "") -> Subject:
    """Return the head of `filing`, named as its findings name it."""
    return Subject(
        unit=filing.unit_label,
        project=filing.label,
        year=filing.year,
        file=filing.place.file if filing.place else "",
        link=link,
        expenditure=filing.expenditure,
        score=filing.total_score if filing.total_score is not None else filing.stated_score,
        grade=filing.stated_grade,
        unchecked=unchecked,
        pack=pack,
    )


def key_of(finding: Finding) -> Key:
    """Return the key of the filing a finding speaks of."""
    return finding.place.file if finding.place else "", finding.unit, finding.project, finding.year
