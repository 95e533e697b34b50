"""NA01."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import section
from jiping.domain.filing import Form, SectionName
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="NA01", severity=Severity.BLOCK, basis="self_evaluation_measures_2020")
def conclusion_states_score_and_grade(evaluation: Evaluation) -> Iterator[Objection]:
    """自评结论应写明得分和等次。

    为何：自评结果由得分和等次组成；只写等次，读者无从知道离分数线有多远。
    反例：2024 年《社会保险手册》印刷费项目自评价等级为优。
    正例：2024 年《社会保险手册》印刷费项目自评价得分为 99 分，等级为优。
    说明：评分表没有总计得分的不判断；自评表的结论就在总分旁边，不必再写。
    """
    filing = evaluation.filing
    conclusion = section(evaluation, SectionName.EVALUATION)
    if conclusion is None or filing.total_score is None or filing.form is Form.TABLE:
        return
    stated = (("得分", filing.stated_score), ("等次", filing.stated_grade))
    lacking = [name for name, value in stated if value is None]
    if lacking:
        given = f"，只写了等次“{filing.stated_grade}”" if filing.stated_grade is not None else ""
        yield Objection(
            where=conclusion.heading,
            message=f"自评结论没有写明{'和'.join(lacking)}{given}；评分表总计得分为 {plain(filing.total_score)} 分。",
            remedy=f"请在结论中补写{'和'.join(lacking)}，与评分表一致。",
            place=conclusion.place,
        )
