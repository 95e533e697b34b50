"""SC06."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="SC06", severity=Severity.WARN, rests_on=(Figure.TARGET, Figure.ACTUAL, Figure.SCORE))
def actuals_are_more_than_targets_copied(evaluation: Evaluation) -> Iterator[Objection]:
    """实际完成值不应几乎全部照抄年初指标值并得满分。

    为何：完成值与目标值一字不差，看不出是实测结果还是照抄。
    反例：20 项指标中 19 项完成值与目标值相同，全部满分。
    正例：目标“≥1000 册”，完成“1036 册”，附验收单。
    """
    filled = [each.row for each in evaluation.rows if each.row.target and each.row.actual]
    copied = [row for row in filled if row.target == row.actual and row.score is not None and row.score == row.weight]
    thresholds = evaluation.pack.thresholds
    if len(filled) < thresholds["rows_for_a_share"]:
        return
    if len(copied) >= thresholds["same_as_target_share"] * len(filled):
        yield Objection(
            where="实际完成值",
            message=f"{len(filled)} 项指标中有 {len(copied)} 项完成值与目标值完全相同并得满分。",
            remedy="请改填实际数量、比率或日期，并在评分依据中写明数据来源。",
        )
