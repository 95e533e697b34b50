"""Which filings are asked about together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation

Group = tuple[Evaluation, ...]
T = TypeVar("T")

_ROUND = 24  # asked about at a time: a check is fetched once for all of them, and what is known of them is still known


def rounds(groups: Iterable[Group]) -> Iterator[list[Group]]:
    """Yield the groups under one pack some filings at a time; a group is never parted."""
    for _, alike in groupby(groups, lambda group: group[0].pack):
        waiting: list[Group] = []
        for group in alike:
            waiting.append(group)
            if sum(map(len, waiting)) >= _ROUND:
                yield waiting
                waiting = []
        if waiting:
            yield waiting


def parts(subjects: Sequence[T]) -> Iterator[Sequence[T]]:
    """Return the subjects some at a time: a unit may have filed thousands."""
    return (subjects[at : at + _ROUND] for at in range(0, len(subjects), _ROUND))


def by_unit_and_year(evaluations: Iterable[Evaluation]) -> Iterator[Group]:
    """Return the filings of each unit in each year under one pack."""
    groups: defaultdict[tuple[str | None, int | None, RulePack], list[Evaluation]] = defaultdict(list)
    for each in evaluations:
        groups[each.filing.unit, each.filing.year, each.pack].append(each)
    return map(tuple, groups.values())


def told_apart(group: Sequence[Evaluation]) -> list[Group]:
    """Return the filings of one unit and year, each with its copies: filings that state the same project."""
    copies: defaultdict[object, list[Evaluation]] = defaultdict(list)
    for each in group:
        filing = each.filing
        stated = filing.unit and filing.year and filing.project
        copies[filing.project if stated else each].append(each)
    return [tuple(each) for each in copies.values()]


def over_years(evaluations: Iterable[Evaluation]) -> Iterator[Group]:
    """Yield the filings of each unit that has filed for several years, the latest last."""
    units: defaultdict[str, list[Evaluation]] = defaultdict(list)
    for each in evaluations:
        if each.filing.unit is not None and each.filing.year is not None:
            units[each.filing.unit].append(each)
    for filed in units.values():
        group = _first_of_each(filed)
        if len({each.filing.year for each in group}) > 1:
            yield tuple(sorted(group, key=lambda each: each.filing.year or 0))


def _first_of_each(filed: Iterable[Evaluation]) -> list[Evaluation]:
    """Return the filings of one unit without later copies of the same project and year."""
    firsts: dict[object, Evaluation] = {}
    for each in filed:
        firsts.setdefault((each.filing.year, each.filing.project or each), each)
    return list(firsts.values())
