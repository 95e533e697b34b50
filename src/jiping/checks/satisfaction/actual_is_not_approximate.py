"""SA08."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.survey import satisfaction_rows
from jiping.domain.finding import Severity
from jiping.domain.value import Comparator
from jiping.scoring.score import Evaluation


@check(code="SA08", severity=Severity.HINT)
def actual_is_not_approximate(evaluation: Evaluation) -> Iterator[Objection]:
    """满意度完成值应是调查得出的确数，不是约数。

    为何：调查总能得出一个确数；写“左右”“约”，多半没有调查。
    反例：实际完成值 95%左右。
    正例：实际完成值 95.3%。
    说明：完成值带“≥”“以上”的，由指标值的规则报告。
    """
    for each in satisfaction_rows(evaluation):
        if each.actual.comparator is Comparator.ABOUT:
            yield Objection(
                where=each.row.level3,
                message=f"完成值“{each.row.actual}”是约数，不是调查得出的数。",
                remedy="请填写调查得出的实际百分比。",
                place=each.row.place,
            )
