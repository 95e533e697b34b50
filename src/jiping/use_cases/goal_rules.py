"""What a pack says about targets, ex-ante assessment and monitoring, as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from jiping.checks.catalogue import catalogue
from jiping.checks.run import Report, run
from jiping.domain.filing import Filing
from jiping.rulepack.load import AUTO, load_pack, pack_for
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import number
from jiping.use_cases.score import score


@dataclass(frozen=True, slots=True)
class LibraryIndicator:
    """An indicator to pick from; `target` and `weight` are None where the project must say."""

    level1: str
    level2: str
    level3: str
    target: str | None
    weight: Decimal | None


@dataclass(frozen=True, slots=True)
class MonitoringDate:
    """A monitoring of the year: what it is called, through which month it looks, and the day it is due."""

    name: str
    month: int
    due: date


def rules_of(unit: str, year: int) -> RulePack:
    """Return the pack for `unit` as it stands at the end of `year`."""
    return load_pack(pack_for(unit), date(year, 12, 31))


def library(pack: RulePack) -> tuple[LibraryIndicator, ...]:
    """Return the indicators the pack offers, in its order."""
    return tuple(
        LibraryIndicator(
            str(row["level1"]),
            str(row["level2"]),
            str(row["level3"]),
            None if row["target"] is None else str(row["target"]),
            None if row["weight"] is None else number(row, "weight"),
        )
        for row in pack.table("indicator_library")
    )


def lint(filings: Sequence[Filing]) -> Report:
    """Return what the pack's checks for targets object to, in filings that say targets and weights only."""
    report = Report((), ())
    evaluations = [score(each, AUTO) for each in filings]
    if evaluations:
        asked = frozenset(evaluations[0].pack.words("target_lint_checks"))
        report = run(evaluations, [each for each in catalogue() if each.code in asked])
    return report


def monitoring_dates(pack: RulePack, year: int) -> tuple[MonitoringDate, ...]:
    """Return the monitorings of `year`."""
    return tuple(
        MonitoringDate(
            str(row["name"]),
            int(number(row, "month")),
            date(year, int(number(row, "due_month")), int(number(row, "due_day"))),
        )
        for row in pack.table("monitoring_dates")
    )


def expected_execution(pack: RulePack, month: int) -> Fraction:
    """Return the share of the budget that should be spent by the end of `month`: the pack's, or month over twelve."""
    for row in pack.table("execution_floors"):
        if number(row, "month") == month:
            return Fraction(number(row, "least"))
    return Fraction(month, 12)


def aspects(pack: RulePack) -> tuple[tuple[str, str], ...]:
    """Return the aspects of an ex-ante assessment, each with what it asks."""
    return tuple((str(row["aspect"]), str(row["ask"])) for row in pack.table("ex_ante_aspects"))


def outcomes(pack: RulePack) -> dict[str, bool]:
    """Return the conclusions of an ex-ante assessment; True where approval may follow."""
    return {str(row["outcome"]): bool(row["approvable"]) for row in pack.table("ex_ante_outcomes")}


def outlooks(pack: RulePack) -> dict[str, bool]:
    """Return how sure a target is to be met; True where a cause must be given."""
    return {str(row["outlook"]): bool(row["doubtful"]) for row in pack.table("attainment_outlooks")}
