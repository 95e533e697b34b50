"""SC09."""

from collections.abc import Iterator
from fractions import Fraction

from jiping.checks.check import Objection, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


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
        stated = each.row.score
        if stated is None or each.points is None or each.exact is None:
            continue
        if abs(stated - each.points) <= evaluation.pack.thresholds["tolerance"]:
            continue
        if stated == int(each.exact + Fraction(1, 2)):
            continue
        yield Objection(
            where=each.row.level3,
            message=f"执行率得分填 {plain(stated)} 分，按规则应得 {plain(each.points)} 分：{each.arithmetic}。",
            remedy="请核对全年预算数、全年执行数和得分。",
            place=each.row.place,
        )
