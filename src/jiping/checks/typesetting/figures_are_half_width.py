"""TY10."""

from collections.abc import Iterator

from jiping.checks.check import Objection, Scope, check
from jiping.domain.finding import Severity
from jiping.domain.value.notation import half_width_figures
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore


@check(code="TY10", severity=Severity.HINT, basis="number_standard", scope=Scope.ROW)
def figures_are_half_width(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """评分表中的数字和符号应使用半角。

    为何：全角数字不能参加计算，也不便汇总和查找。
    反例：≧９８％。
    正例：≥98%。
    """
    del pack
    for cell, value in (("目标值", scored.target), ("实际完成值", scored.actual)):
        narrow = half_width_figures(value.text)
        if value.is_measured and narrow != value.text:
            yield Objection(message=f"{cell}“{value.text}”用了全角数字或符号。", remedy=f"请改为“{narrow}”。")
