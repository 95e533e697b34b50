"""WT02."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter

from jiping.checks.check import Objection, Scope, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation

Level2 = tuple[str | None, str]

_COLUMNS = attrgetter("level1", "level2", "weight")


@check(code="WT02", severity=Severity.WARN, scope=Scope.UNIT_YEAR, rests_on=(Figure.WEIGHT,))
def same_level2_same_weight(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一单位各项目的二级指标分值应一致。

    为何：同一张表样分值不一，各项目得分就不可比。
    反例：五个项目质量指标 10 分、时效指标 5 分，一个项目质量指标 5 分、时效指标 10 分。
    正例：六个项目质量指标都是 10 分。
    """
    columns = [tuple(map(_COLUMNS, each.filing.rows)) for each in evaluations]
    if all(each == columns[0] for each in columns):
        return
    splits = [_split(each) for each in evaluations]
    usual = _usual(splits)
    for evaluation, points in zip(evaluations, splits, strict=True):
        odd = [(key, each) for key, each in points.items() if key in usual and usual[key][0] != each]
        if odd:
            told = "；".join(
                f"{key[1]} {plain(each)} 分，其他 {usual[key][1]} 个项目为 {plain(usual[key][0])} 分"
                for key, each in odd
            )
            yield Objection(
                where=odd[0][0][1],
                message=f"{told}。",
                remedy="请统一各项目的分值；确有不同考虑的，请说明理由。",
                about=evaluation,
            )


def _split(evaluation: Evaluation) -> Mapping[Level2, Decimal]:
    points: defaultdict[Level2, Decimal] = defaultdict(Decimal)
    for row in evaluation.filing.rows:
        if row.level2 is not None and row.weight is not None:
            points[row.level1, row.level2] += row.weight
    return points


def _usual(splits: Sequence[Mapping[Level2, Decimal]]) -> Mapping[Level2, tuple[Decimal, int]]:
    """Return the points most filings give a level-2 name, and how many do; a tie has no usual value."""
    met: defaultdict[Level2, Counter[Decimal]] = defaultdict(Counter)
    for points in splits:
        for key, each in points.items():
            met[key][each] += 1
    usual = {}
    for key, counts in met.items():
        (most, times), *rest = counts.most_common()
        if rest and times > rest[0][1]:
            usual[key] = (most, times)
    return usual
