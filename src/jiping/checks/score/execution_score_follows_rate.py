"""SC09."""

from collections.abc import Iterator
from fractions import Fraction

from jiping.checks.check import Objection, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import Evaluation, RowScore


@check(
    code="SC09",
    severity=Severity.BLOCK,
    basis="self_evaluation_measures_2020",
    rests_on=(Figure.MONEY, Figure.RATE, Figure.SCORE),
)
def execution_score_follows_rate(evaluation: Evaluation) -> Iterator[Objection]:
    """预算执行率的得分应由执行率算出。

    为何：执行率一行的得分占总分的一成上下，公开自评表中最常算错。
    反例：全年预算 100 万元，执行 86 万元，分值 10 分，填 10 分。
    正例：全年预算 100 万元，执行 86 万元，分值 10 分，填 8.6 分。
    说明：按整数计分的表，四舍五入到整数后相符的不报；全年预算数为零时不作核对。
    """
    for each in evaluation.funds:
        stated, points = each.row.score, each.points
        if stated is not None and points is not None and not is_right(each, evaluation.pack):
            yield Objection(
                where=each.row.level3,
                message=f"执行率得分填 {plain(stated)} 分，按规则应得 {plain(points)} 分：{each.arithmetic}。",
                remedy="请核对全年预算数、全年执行数和得分。",
                place=each.row.place,
            )


def is_right(scored: RowScore, pack: RulePack) -> bool:
    """Tell whether a budget line's points follow from its rate, exactly or to the point; True where nobody can tell."""
    stated = scored.row.score
    if stated is None or scored.points is None or scored.exact is None:
        return True
    return abs(stated - scored.points) <= pack.thresholds["tolerance"] or stated == int(scored.exact + Fraction(1, 2))
