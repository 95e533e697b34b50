"""SC04."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jiping.checks.check import Objection, Scope, check
from jiping.checks.shortfall import missed
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation, RowScore

Key = tuple[str, Decimal, Decimal, Decimal | None]


@check(code="SC04", severity=Severity.WARN, scope=Scope.UNIT_YEAR, rests_on=(Figure.ACTUAL, Figure.SCORE))
def different_actuals_score_differently(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一指标完成值不同，得分不应相同。

    为何：完成得好与完成得差得分一样，评分就起不到区分作用。
    反例：满意度目标 98%，一份完成 96%，另一份完成 97%，都得 9 分。
    正例：完成 96% 得 9.8 分，完成 97% 得 9.9 分。
    说明：只比较未达标的行；达标的都得满分，属正常。
    """
    groups: defaultdict[Key, list[tuple[Evaluation, RowScore, Decimal]]] = defaultdict(list)
    for evaluation in evaluations:
        for each in missed(evaluation):
            row, number = each.row, each.actual.number
            if row.score is not None and row.weight is not None and number is not None:
                groups[_name(each), row.weight, row.score, each.target.number].append((evaluation, each, number))
    for (_, _, score, _), members in groups.items():
        worst = min(members, key=lambda member: member[2])
        others = list(dict.fromkeys(each.row.actual for _, each, number in members if number != worst[2]))
        if others:
            evaluation, each, _ = worst
            yield Objection(
                where=each.row.level3,
                message=f"本项目完成 {each.row.actual}，其他项目完成 {'、'.join(map(str, others))}，都得 {plain(score)} 分。",
                remedy="请核对各项目得分；确因取整所致的，请说明取整办法。",
                place=each.row.place,
                about=evaluation,
            )


def _name(each: RowScore) -> str:
    return each.kind.value if each.kind is IndicatorKind.SATISFACTION else each.row.level3
