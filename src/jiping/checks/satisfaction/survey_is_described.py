"""SA02."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.survey import percentage, satisfaction_rows, told_survey
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="SA02", severity=Severity.WARN)
def survey_is_described(evaluation: Evaluation) -> Iterator[Objection]:
    """满意度应写明怎样调查得来。

    为何：没有样本量、方式和时间，满意度无法复核，审核时按没有依据处理。
    反例：群众对项目实施满意度达 97%。
    正例：2024 年 11 月发放问卷 360 份，收回有效问卷 355 份，满意度 97%。
    说明：满意度为 100% 的另有规则报告；附了佐证的不报。
    """
    for each in satisfaction_rows(evaluation):
        if not each.row.actual or percentage(each) == 100 or each.row.evidence:
            continue
        told = told_survey(evaluation, each)
        if told.size and told.method:
            continue
        parts = (("样本量", told.size), ("调查方式", told.method), ("调查时间", told.dated))
        missing = "、".join(name for name, present in parts if not present)
        yield Objection(
            where=each.row.level3,
            message=f"满意度 {each.row.actual}，没有写明{missing}。",
            remedy="请写明何时、用什么方式、发放和收回多少份，并附调查汇总表。",
            place=each.row.place,
        )
