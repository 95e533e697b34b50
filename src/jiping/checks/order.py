"""The one order findings are handed over in."""

from collections.abc import Callable, Iterable
from itertools import chain
from operator import attrgetter

from jiping.domain.finding import Finding

Subject = tuple[str, int | None, str]


subject: Callable[[Finding], Subject] = attrgetter("unit", "year", "project")  # which filing a finding is about


def by_filing(findings: Iterable[Finding], given: Iterable[Subject] = ()) -> tuple[Finding, ...]:
    """Return the findings filing by filing, as `given` and then as first spoken of, the gravest of each first."""
    told = tuple(findings)
    order = {each: place for place, each in enumerate(dict.fromkeys(chain(given, map(subject, told))))}
    return tuple(sorted(told, key=lambda each: (order[subject(each)], each.severity.rank, each.code)))
