"""SA09."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.survey import satisfaction_rows
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="SA09", severity=Severity.WARN, scope=Scope.UNIT_YEAR, rests_on=(Figure.TARGET,))
def targets_differ_between_projects(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """满意度目标应按项目分别确定，不应全部相同。

    为何：对象和服务不同，起点也不同；一个数用于所有项目，说明目标不是测算出来的。
    反例：六个项目满意度目标都是 98%。
    正例：各项目按上年结果分别定为 95%、97%、98%。
    """
    rows = [row.row for each in evaluations for row in satisfaction_rows(each)[:1] if row.row.target]
    targets = {row.target for row in rows}
    if len(targets) == 1 and len(rows) >= evaluations[0].pack.thresholds["same_value_filings"]:
        yield Objection(
            where=rows[0].level3,
            message=f"本单位 {len(rows)} 个项目的满意度目标都是 {rows[0].target}。",
            remedy="请按各项目上年调查结果分别确定目标。",
            place=rows[0].place,
            about=next(
                each for each in evaluations if satisfaction_rows(each) and satisfaction_rows(each)[0].row is rows[0]
            ),
        )
