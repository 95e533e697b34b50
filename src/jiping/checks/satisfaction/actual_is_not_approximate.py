"""SA08."""

from collections.abc import Iterator

from jiping.checks.category import category_of
from jiping.checks.check import Objection, Scope, check
from jiping.checks.survey import is_satisfaction
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import Comparator
from jiping.rulepack.pack import RulePack
from jiping.scoring.score import RowScore


@check(code="SA08", severity=Severity.HINT, scope=Scope.ROW)
def actual_is_not_approximate(scored: RowScore, pack: RulePack) -> Iterator[Objection]:
    """满意度完成值应是调查得出的确数，不是约数。

    为何：调查总能得出一个确数；写“左右”“约”，多半没有调查。
    反例：实际完成值 95%左右。
    正例：实际完成值 95.3%。
    说明：完成值带“≥”“以上”的，由指标值的规则报告。
    """
    if scored.actual.comparator is Comparator.ABOUT and is_satisfaction(scored, category_of(pack, scored.row)):
        yield Objection(
            message=f"完成值“{scored.row.actual}”是约数，不是调查得出的数。",
            remedy="请填写调查得出的实际百分比。",
        )
