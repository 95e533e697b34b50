"""FU27."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import total_line
from jiping.domain.doubt import Figure
from jiping.domain.filing import FundLine
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="FU27", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.MONEY,))
def weighted_budget_is_filled(evaluation: Evaluation) -> Iterator[Objection]:
    """占分值的项目资金应填写预算数和执行数。

    为何：预算执行率由这两数算出；空着，这一行的得分就没有依据。
    反例：年度资金总额一行预算数、执行数空白，得 10 分。
    正例：全年预算数 60 万元，全年执行数 55.2 万元，得 9.2 分。
    说明：预算数和执行数都填零的，也算不出执行率，填了得分就指出；只有执行数而没有预算数的，另有意见。
    """
    line = total_line(evaluation)
    if line is None or (line.weight is None and line.score is None):
        return
    fault = _fault(line)
    if fault:
        earned = "" if line.score is None or line.score <= 0 else f"，却得了 {plain(line.score)} 分"
        yield Objection(
            where=line.name,
            message=f"{fault}，预算执行率无从计算{earned}。",
            remedy="请按预算批复和决算填写；确实没有资金的，执行率不计分。",
            place=line.place,
        )


def _fault(line: FundLine) -> str:
    budget = line.initial if line.full_year is None else line.full_year
    if line.executed is None:
        return "全年预算数、全年执行数空白" if budget is None else "全年执行数空白"
    unspent = budget is not None and not budget.yuan and not line.executed.yuan
    return "预算数和执行数都是 0" if unspent and line.score else ""
