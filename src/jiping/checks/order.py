"""The one order findings are handed over in."""

from collections.abc import Iterable
from itertools import chain

from jiping.domain.finding import Finding

Subject = tuple[str, int | None, str]


def subject(finding: Finding) -> Subject:
    """Return which filing a finding is about: unit, year, project."""
    return finding.unit, finding.year, finding.project


def by_filing(findings: Iterable[Finding], given: Iterable[Subject] = ()) -> tuple[Finding, ...]:
    """Return the findings filing by filing, as `given` and then as first spoken of, the gravest of each first."""
    told = tuple(findings)
    order: dict[Subject, int] = {}
    for each in chain(given, map(subject, told)):
        order.setdefault(each, len(order))
    return tuple(sorted(told, key=lambda each: (order[subject(each)], each.severity.rank, each.code)))
