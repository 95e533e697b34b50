"""SA10."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.survey import respondents, satisfaction_rows
from jiping.domain.finding import Severity
from jiping.domain.words import any_of
from jiping.rulepack.table import texts
from jiping.scoring.score import Evaluation


@check(code="SA10", severity=Severity.WARN, basis="self_evaluation_measures_2020")
def respondents_are_the_service_objects(evaluation: Evaluation) -> Iterator[Objection]:
    """满意度应问项目的服务对象。

    为何：没有享受服务的人说满意，不能证明项目办得好。
    反例：社会保险经办项目的满意度写“群众满意度”。
    正例：社会保险经办项目调查参保人员和参保单位。
    """
    who = respondents(evaluation)
    if who is None or who not in evaluation.pack.words("general_public_words"):
        return
    about = f"{evaluation.filing.project} {evaluation.filing.unit}"
    for row in evaluation.pack.table("service_objects"):
        if any_of(texts(row, "projects")).search(about):
            asked = next((each.row for each in satisfaction_rows(evaluation)), None)
            yield Objection(
                where="满意度" if asked is None else asked.level3,
                message=f"调查对象写作“{who}”，本项目的服务对象是{row['objects']}。",
                remedy=f"请调查{row['objects']}，并按实际调查的人写明。",
                place=None if asked is None else asked.place,
            )
            return
