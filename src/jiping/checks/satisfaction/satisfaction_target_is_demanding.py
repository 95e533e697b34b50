"""SA11."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.survey import satisfaction_rows
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.domain.value.kinds import ValueKind
from jiping.scoring.score import Evaluation


@check(code="SA11", severity=Severity.HINT, rests_on=(Figure.TARGET,))
def satisfaction_target_is_demanding(evaluation: Evaluation) -> Iterator[Objection]:
    """满意度的目标不宜定得过低。

    为何：目标低到不用做就能达到，满意度一项的分就白给了。
    反例：师生满意度目标 ≥60%，实际 99%，得满分。
    正例：目标 ≥90%，实际 93%。
    """
    floor = evaluation.pack.thresholds["satisfaction_target_floor"]
    for each in satisfaction_rows(evaluation):
        target = each.target
        if target.kind is ValueKind.PERCENT and target.number is not None and 0 < target.number < floor:
            yield Objection(
                where=each.row.level3,
                message=f"目标值 {target.text}，低于 {plain(floor)}%，定得过低。",
                remedy="请参照往年的调查结果确定目标；确有依据的，请写明。",
                place=each.row.place,
            )
