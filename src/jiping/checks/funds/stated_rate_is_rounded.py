"""FU18."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.execution_rate import Reading, read_rate, shown
from jiping.checks.fund_block import computed_rate
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="FU18", severity=Severity.HINT, rests_on=(Figure.MONEY, Figure.RATE))
def stated_rate_is_rounded(evaluation: Evaluation) -> Iterator[Objection]:
    """执行率应四舍五入，不应舍去尾数。

    为何：舍去尾数与四舍五入相差最多一个末位，与上级汇总数对不上。
    反例：31.08% 填 31.00%。
    正例：31.08% 填 31.08%。
    """
    for line in evaluation.filing.funds:
        rate = computed_rate(line)
        if rate is None or line.rate is None:
            continue
        if read_rate(line.rate, rate, evaluation.pack.thresholds["rate_tolerance"]) is Reading.CUT:
            yield Objection(
                where=line.name,
                message=f"执行率填 {plain(line.rate)}%，按执行数除以预算数为 {shown(rate)}%，尾数被舍去。",
                remedy="请按四舍五入保留两位小数。",
                place=line.place,
            )
