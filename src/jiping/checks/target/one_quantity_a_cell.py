"""TG16."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.checks.quotation import quote
from jiping.domain.finding import Severity
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore


@check(code="TG16", severity=Severity.HINT, basis="target_measures_2015", scope=Scope.ROW)
def one_quantity_a_cell(scored: RowScore, _: RulePack) -> Iterator[Objection]:
    """一项指标只写一个数量。

    为何：几个数量写在一格，只完成一部分时无法计分。
    反例：目标值“完成 1 部宣传片，2 套方案”。
    正例：分成两行：“宣传片部数 1 部”“方案套数 2 套”。
    """
    crowded = next((value for value in (scored.target, scored.actual) if value.extra > 0), None)
    if crowded is not None:
        yield Objection(
            message=f"一格里写了 {crowded.extra + 1} 个数量：{quote(crowded.text)}。",
            remedy="请拆成几行，每行一个数量，分别写目标值和实际完成值。",
        )
