"""A draft judged at the moment it is looked at: its points by the rules, and what a reviewer would object to."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from jiping.checks.run import run
from jiping.domain.filing import Filing
from jiping.domain.finding import Finding, NotRun, Severity
from jiping.rulepack.load import AUTO
from jiping.scoring.score import Evaluation, RowScore
from jiping.use_cases.score import score


@dataclass(frozen=True)
class Judged:
    """A filing with what follows from it; nothing of this is ever stored on a draft."""

    filing: Filing
    evaluation: Evaluation
    findings: tuple[Finding, ...]
    not_run: tuple[NotRun, ...]

    @property
    def total(self) -> Decimal | None:
        return self.evaluation.total

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """The findings nobody has answered for."""
        return tuple(each for each in self.findings if each.waiver is None)

    @cached_property
    def must_fix(self) -> tuple[Finding, ...]:
        return self._binding(Severity.BLOCK)

    @cached_property
    def doubts(self) -> tuple[Finding, ...]:
        return self._binding(Severity.WARN)

    @cached_property
    def hints(self) -> tuple[Finding, ...]:
        return self._binding(Severity.HINT)

    @cached_property
    def answered(self) -> tuple[Finding, ...]:
        """The findings a person has answered for: seen, no longer counted."""
        return tuple(each for each in self.findings if each.waiver is not None)

    def _binding(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(each for each in self.open if each.severity is severity)

    @property
    def must(self) -> int:
        return len(self.must_fix)

    @property
    def doubt(self) -> int:
        return len(self.doubts)

    def of_row(self, row: RowScore) -> tuple[Finding, ...]:
        """Return the open findings that name the row."""
        return tuple(each for each in self.open if each.where.startswith(row.row.level3))


def judge(filing: Filing) -> Judged:
    """Score and check one filing under the pack of its unit and year. Raises JipingError when it cannot be scored."""
    evaluation = score(filing, AUTO)
    report = run([evaluation])
    return Judged(filing, evaluation, report.findings, report.not_run)
