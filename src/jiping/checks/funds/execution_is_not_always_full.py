"""FU02."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jiping.checks.check import Objection, Scope, check
from jiping.checks.fund_block import computed_rate, total_line
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation


@check(code="FU02", severity=Severity.WARN, scope=Scope.UNIT_YEAR, rests_on=(Figure.MONEY, Figure.RATE))
def execution_is_not_always_full(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """一个单位的项目不应全部恰好执行 100%。

    为何：各项目预算与支出分毫不差极少见，多半是以到位数或支出数倒填预算数。
    反例：六个项目预算执行率都是 100%。
    正例：六个项目执行率在 93.2% 到 100% 之间。
    """
    rates = [(each, rate) for each in evaluations if (rate := _rate(each)) is not None]
    if len(rates) < evaluations[0].pack.thresholds["same_value_filings"] or any(rate != 100 for _, rate in rates):
        return
    first = rates[0][0]
    row = next((each.row for each in first.rows if each.kind is IndicatorKind.EXECUTION), None)
    yield Objection(
        where="项目资金" if row is None else row.level3,
        message=f"本单位 {len(rates)} 个项目的预算执行率都是 100%。",
        remedy="请逐个项目附预算批复和支出明细，核对预算数是否为批复数。",
        place=None if row is None else row.place,
        about=first,
    )


def _rate(evaluation: Evaluation) -> Decimal | None:
    """Return the execution rate in per cent: computed from the budget block, else as the table states it."""
    line = total_line(evaluation)
    rate = None if line is None else computed_rate(line)
    if rate is not None:
        return Decimal(100) if rate == 1 else Decimal(0)
    stated = (each.actual.number for each in evaluation.rows if each.kind is IndicatorKind.EXECUTION)
    return next((number for number in stated if number is not None), None)
