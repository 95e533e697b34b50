"""FU24."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.execution_rate import Reading, read_rate, shown
from jiping.checks.fund_block import computed_rate, total_line
from jiping.checks.wordlist import is_one_of
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.scoring.score import Evaluation


@check(
    code="FU24",
    severity=Severity.BLOCK,
    basis="self_evaluation_measures_2020",
    rests_on=(Figure.ACTUAL, Figure.MONEY, Figure.RATE),
)
def rate_row_agrees_with_funds(evaluation: Evaluation) -> Iterator[Objection]:
    """评分表中的预算执行率应与项目资金一致。

    为何：同一份表里两个执行率不同，至少有一个是错的，得分也就没有依据。
    反例：项目资金全年预算 12.5 万元、执行 11 万元，评分表“预算执行率”实际完成值填 100%。
    正例：项目资金全年预算 12.5 万元、执行 11 万元，评分表“预算执行率”实际完成值填 88%。
    说明：执行数超过预算而执行率填 100% 的不报，超预算另有意见。
    """
    line = total_line(evaluation)
    rate = None if line is None else computed_rate(line)
    if line is None or rate is None:
        return
    for each in evaluation.rows:
        actual = each.actual
        if actual.kind is not ValueKind.PERCENT or actual.number is None or actual.upper is not None:
            continue
        if not is_one_of(evaluation.pack, "execution_rate_names", each.row.level3):
            continue
        if (rate > 1 and actual.number == 100) or (
            read_rate(actual.number, rate, evaluation.pack.thresholds["rate_tolerance"]) is not Reading.WRONG
        ):
            continue
        yield Objection(
            where=each.row.level3,
            message=f"实际完成值 {actual.text}，项目资金 {line.executed} ÷ {line.full_year} = {shown(rate)}%。",
            remedy="请核对全年预算数、全年执行数和这一行的完成值、得分。",
            place=each.row.place,
        )
