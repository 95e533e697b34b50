"""One project told to somebody who has never seen an evaluation form."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from jiping.domain.filing import Filing, Indicator, Section
from jiping.web.publishing.models import PublicationRecord


@dataclass(frozen=True)
class Told:
    """What was published of a project, in the order people ask: what for, how much, how well, what is missing."""

    filing: Filing
    publication: PublicationRecord

    @property
    def sentence(self) -> str:
        """The project in one sentence."""
        spent = self.publication.amount
        money = "" if spent is None else f"花了 {spent:,.2f} 万元，"
        score = self.publication.score
        result = "" if score is None else f"单位给自己打了 {score.normalize():f} 分"
        grade = f"，等级为“{self.publication.grade}”" if self.publication.grade else ""
        return f"{self.filing.unit or ''}在 {self.filing.year} 年为这个项目{money}{result}{grade}。"

    @property
    def short(self) -> tuple[Indicator, ...]:
        """The rows that did not earn all their points."""
        return tuple(
            each for each in self.filing.rows if None not in (each.score, each.weight) and each.score != each.weight
        )

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(section for _, section in self.filing.narrative.sections())

    @property
    def groups(self) -> Iterator[tuple[str, list[Indicator], Decimal | None]]:
        """The rows by their first level, with what each level earned."""
        for level, members in groupby(self.filing.rows, key=lambda row: row.level1):
            rows = list(members)
            known = [row.score for row in rows if row.score is not None]
            yield level or "其他指标", rows, sum(known, Decimal(0)) if len(known) == len(rows) else None

    @property
    def shows_scores(self) -> bool:
        return any(row.weight is not None for row in self.filing.rows)

    @property
    def shows_actuals(self) -> bool:
        return any(row.actual for row in self.filing.rows)

    @property
    def shows_reasons(self) -> bool:
        return any(row.reason for row in self.filing.rows)
