"""NA02."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import section
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="NA02", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.SCORE,))
def conclusion_agrees_with_table(evaluation: Evaluation) -> Iterator[Objection]:
    """正文写的得分应与评分表总计一致。

    为何：同一份自评有两个得分，无法确定以哪个为准。
    反例：正文写“自评价得分为 98 分”，评分表总计 99。
    正例：正文与评分表都是 99 分。
    说明：等次是否与得分相符，由等次类校核判断。
    """
    filing = evaluation.filing
    if filing.stated_score is None or filing.total_score is None or filing.stated_score == filing.total_score:
        return
    conclusion = section(evaluation, SectionName.EVALUATION)
    yield Objection(
        where="总计" if conclusion is None else conclusion.heading,
        message=f"正文写得分 {plain(filing.stated_score)} 分，评分表总计 {plain(filing.total_score)} 分，两处不一致。",
        remedy="请核对评分表各行得分，改正错的一处。",
        place=None if conclusion is None else conclusion.place,
    )
