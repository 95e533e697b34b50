"""GR04."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="GR04", severity=Severity.WARN, basis="self_evaluation_measures_2020")
def grade_is_stated(evaluation: Evaluation) -> Iterator[Objection]:
    """评价结论应写明等次。

    为何：等次是自评的结论，上级按等次汇总。
    反例：评价情况写了各项工作，没有等次。
    正例：自评价得分为 99 分，等级为优。
    说明：只有评分表的，表样不设等次，不报；评分表有总得分的，与得分一并由结论的规则报告。
    """
    filing = evaluation.filing
    told = filing.narrative.evaluation
    if told is None or filing.stated_grade is not None or filing.total_score is not None:
        return
    score = filing.stated_score
    earned = "" if score is None else f"（得分 {plain(score)} 分，按分数段为“{evaluation.pack.grades.of(score)}”）"
    yield Objection(
        where=told.heading,
        message=f"没有写明等次{earned}。",
        remedy="请在评价结论中写明得分和等次。",
        place=told.place,
    )
