"""SA07."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.survey import percentage, satisfaction_rows, told_survey
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="SA07", severity=Severity.WARN, rests_on=(Figure.ACTUAL,))
def full_satisfaction_needs_survey(evaluation: Evaluation) -> Iterator[Objection]:
    """满意度填 100% 的，应有调查数据。

    为何：人人满意极少见；没有样本量的 100% 通常是估填。
    反例：服务对象满意度 100%，没有任何调查说明。
    正例：收回问卷 52 份，满意 52 份，满意度 100%。
    """
    for each in satisfaction_rows(evaluation):
        if percentage(each) != 100 or each.row.evidence or told_survey(evaluation, each).size:
            continue
        yield Objection(
            where=each.row.level3,
            message="满意度 100%，没有写明调查了多少人。",
            remedy="请写明发放、收回的份数和满意的份数；没有调查的，不宜填 100%。",
            place=each.row.place,
        )
