"""SA01."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import NamedTuple

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import spent
from jiping.checks.prose import head_counts
from jiping.checks.survey import percentage, satisfaction
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.domain.words import any_of
from jiping.rulepack.table import number, texts
from jiping.scoring.score import Evaluation

_MOST_DECIMALS = 2  # finer percentages are not read as shares of a unit's survey


class _Population(NamedTuple):
    """At most how many people could have answered, and how we know."""

    most: int
    ground: str


@check(code="SA01", severity=Severity.WARN, rests_on=(Figure.ACTUAL,))
def percentage_is_possible(evaluation: Evaluation) -> Iterator[Objection]:
    """满意度百分比应是服务对象人数算得出来的。

    为何：满意人数除以答卷数要得出某个百分比，答卷数有最低限；对象不够多，这个数就不是调查得来的。
    反例：贴息 0.39 万元，对象约十人，满意度 97%（至少要 29 份答卷）。
    正例：对象 4542 人，调查 355 人，满意度 97%。
    """
    row = satisfaction(evaluation)
    stated = None if row is None else percentage(row)
    needed = None if stated is None else smallest_sample(stated)
    population = None if needed is None else _population(evaluation)
    if row is None or stated is None or needed is None or population is None:
        return
    if population.most < needed:
        yield Objection(
            where=row.row.level3,
            message=f"满意度 {plain(stated)}% 至少要有 {needed} 份有效答卷才算得出，{population.ground}，最多约 {population.most} 人。",
            remedy="请附调查底稿，写明发放、收回的份数；没有调查的，请补做或如实说明。",
            place=row.row.place,
        )


@lru_cache(maxsize=1024)
def smallest_sample(percent: Decimal) -> int | None:
    """Return the fewest answers of which some whole number rounds to `percent`; None beyond what is stated so finely."""
    decimals = max(0, -int(percent.as_tuple().exponent))
    if decimals > _MOST_DECIMALS or not 0 <= percent <= 100:
        return None
    scale = 10**decimals
    doubled, whole = 2 * int(percent * scale), 200 * scale
    answers = 1
    while True:
        satisfied = -(-(doubled - 1) * answers // whole)
        if 0 <= whole * satisfied < (doubled + 1) * answers:
            return answers
        answers += 1


def _population(evaluation: Evaluation) -> _Population | None:
    counts = head_counts(evaluation)
    if counts:
        largest = max(counts, key=lambda each: each.number)
        return _Population(int(largest.number), f"而文中最大的人数是“{largest.text}”")
    money = spent(evaluation)
    for row in evaluation.pack.table("least_money_each") if money is not None else ():
        if money is not None and any_of(texts(row, "projects")).search(evaluation.filing.project or ""):
            each = number(row, "yuan")
            return _Population(
                floor(Fraction(money.yuan) / Fraction(each)), f"而支出 {money}，按每人每年至少 {plain(each)} 元估计"
            )
    return None
