"""PR01."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import section
from jiping.checks.shortfall import missed, told
from jiping.checks.silence import says_none
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(
    code="PR01", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.TARGET, Figure.ACTUAL)
)
def no_problem_despite_missed_target(evaluation: Evaluation) -> Iterator[Objection]:
    """有指标未完成的，存在问题不能写“无”。

    为何：未完成的指标就是问题；自评要写明偏差及原因，写“无”与评分表矛盾。
    反例：满意度年初指标值 98%，实际完成值 96%，存在问题写“无。”
    正例：存在问题写“服务对象满意度 96%，低于年初指标值 98%，主要是部分人员未及时收到对账单”。
    """
    problems = section(evaluation, SectionName.PROBLEMS)
    rows = missed(evaluation)
    if problems is not None and rows and says_none(problems.text, evaluation.pack):
        yield Objection(
            where=problems.heading,
            message=f"存在问题写“{problems.text.strip()}”，但{'；'.join(map(told, rows))}，未达到指标值。",
            remedy="请写明未完成的指标、差距和原因。",
            place=problems.place,
        )
