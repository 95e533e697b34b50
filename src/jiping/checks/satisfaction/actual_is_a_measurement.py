"""SA08."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.survey import satisfaction_rows
from jiping.domain.finding import Severity
from jiping.domain.value import Comparator
from jiping.scoring.score import Evaluation


@check(code="SA08", severity=Severity.HINT)
def actual_is_a_measurement(evaluation: Evaluation) -> Iterator[Objection]:
    """满意度完成值应是测得的数，不是界限。

    为何：“95%以上”是目标的写法，作为完成值看不出实际调查结果。
    反例：年度指标值 ≥95%，实际完成值 ≥95%。
    正例：年度指标值 ≥95%，实际完成值 97.2%。
    """
    for each in satisfaction_rows(evaluation):
        actual = each.actual
        if actual.is_measured and actual.comparator not in (None, Comparator.EQUAL):
            yield Objection(
                where=each.row.level3,
                message=f"完成值“{each.row.actual}”是界限，不是调查得出的数。",
                remedy="请填写调查得出的实际百分比。",
                place=each.row.place,
            )
