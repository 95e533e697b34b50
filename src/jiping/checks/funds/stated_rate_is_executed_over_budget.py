"""FU04."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.execution_rate import Reading, read_rate, shown
from jiping.checks.fund_block import computed_rate
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(
    code="FU04", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.MONEY, Figure.RATE)
)
def stated_rate_is_executed_over_budget(evaluation: Evaluation) -> Iterator[Objection]:
    """填报的执行率应等于全年执行数除以全年预算数。

    为何：执行率直接决定这一行的得分。
    反例：全年预算 20 万元，执行 100.02 万元，执行率填 400.12%。
    正例：全年预算 20 万元，执行 18.5 万元，执行率填 92.5%。
    说明：只舍不入的另有提示；全年预算数为零的不作核对。
    """
    for line in evaluation.filing.funds:
        rate = computed_rate(line)
        if rate is None or line.rate is None or line.full_year is None or line.executed is None:
            continue
        if read_rate(line.rate, rate, evaluation.pack.thresholds["rate_tolerance"]) is Reading.WRONG:
            yield Objection(
                where=line.name,
                message=f"执行率填 {plain(line.rate)}%，{line.executed} ÷ {line.full_year} = {shown(rate)}%。",
                remedy="请核对全年预算数、全年执行数和执行率。",
                place=line.place,
            )
