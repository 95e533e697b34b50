"""A project's filings of different years, side by side."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from jiping.domain.filing import Filing
from jiping.scoring.score import Evaluation, RowScore

_YEAR = re.compile(r"20\d\d\s*年?度?|[\s“”\"（）()]")


class Succession(NamedTuple):
    """One project as it was filed in one year and in the nearest later one; both years are stated."""

    before: Evaluation
    now: Evaluation

    @property
    def year_before(self) -> str:
        return f"{self.before.filing.year} 年"


@lru_cache(maxsize=2)
def successions(evaluations: tuple[Evaluation, ...]) -> tuple[Succession, ...]:
    """Return every project of a unit with itself a year on: known by its name, or by being the year's only one."""
    ordered = sorted(
        (each for each in evaluations if each.filing.year is not None), key=lambda each: each.filing.year or 0
    )
    years = [tuple(group) for _, group in groupby(ordered, key=lambda each: each.filing.year)]
    if all(len(group) == 1 for group in years):
        return tuple(Succession(*pair) for pair in pairwise(ordered))
    found = []
    for _, group in groupby(sorted(ordered, key=_name), key=_name):
        filings = tuple(group)
        if filings[0].filing.project and len({each.filing.year for each in filings}) == len(filings):
            found += [Succession(*pair) for pair in pairwise(filings)]
    return tuple(found)


def same_rows(pair: Succession) -> Iterator[tuple[RowScore, RowScore]]:
    """Yield the rows of one name in both years, the earlier first; a name that is blank or stands twice is left out."""
    before, now = _by_name(pair.before.rows), _by_name(pair.now.rows)
    for name, rows in now.items():
        if name and len(rows) == 1 and len(before.get(name, ())) == 1:
            yield before[name][0], rows[0]


def plain_name(filing: Filing) -> str:
    """Return the project's name without years, brackets and spaces."""
    return _YEAR.sub("", filing.project or "")


def _name(evaluation: Evaluation) -> str:
    return plain_name(evaluation.filing)


def _by_name(rows: Sequence[RowScore]) -> dict[str, list[RowScore]]:
    found: dict[str, list[RowScore]] = {}
    for each in rows:
        found.setdefault(each.row.level3, []).append(each)
    return found
