"""SC09."""

from collections.abc import Iterator
from fractions import Fraction

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import execution_score, total_line
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="SC09", severity=Severity.BLOCK, basis="self_evaluation_measures_2020")
def execution_score_follows_rate(evaluation: Evaluation) -> Iterator[Objection]:
    """预算执行率的得分应由执行率算出。

    为何：执行率一行的得分占总分的一成上下，公开自评表中最常算错。
    反例：全年预算 100 万元，执行 86 万元，分值 10 分，填 10 分。
    正例：全年预算 100 万元，执行 86 万元，分值 10 分，填 8.6 分。
    说明：按整数计分的表，四舍五入到整数后相符的不报；全年预算数为零时不作核对。
    """
    line, scored = total_line(evaluation), execution_score(evaluation)
    if line is None or line.score is None or scored is None or scored.points is None or scored.exact is None:
        return
    if abs(line.score - scored.points) <= evaluation.pack.thresholds["tolerance"]:
        return
    if line.score == int(scored.exact + Fraction(1, 2)):
        return
    yield Objection(
        where=line.name,
        message=f"执行率得分填 {plain(line.score)} 分，按规则应得 {plain(scored.points)} 分：{scored.arithmetic}。",
        remedy="请核对全年预算数、全年执行数和得分。",
        place=line.place,
    )
