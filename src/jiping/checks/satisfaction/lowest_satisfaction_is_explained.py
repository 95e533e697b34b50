"""SA06."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.prose import section
from jiping.checks.silence import says_none
from jiping.checks.survey import percentage, satisfaction
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.ground import own_words
from jiping.scoring.score import Evaluation, RowScore


@check(code="SA06", severity=Severity.WARN, scope=Scope.UNIT_YEAR, rests_on=(Figure.ACTUAL,))
def lowest_satisfaction_is_explained(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """本单位满意度最低的项目应说明原因。

    为何：最低的一项最该改进；一句不提，自评就没有起到作用。
    反例：五个项目满意度 97%，一个项目 96%，存在问题写“无”。
    正例：满意度 96%，存在问题写“部分参保人员反映对账单送达不及时”。
    """
    measured = [
        (percent, evaluation, row)
        for evaluation in evaluations
        if (row := satisfaction(evaluation)) is not None and (percent := percentage(row)) is not None
    ]
    if len(measured) < 2 or len(measured) < evaluations[0].pack.thresholds["same_value_filings"]:
        return
    lowest, evaluation, row = min(measured, key=lambda each: each[0])
    rest = [percent for percent, other, _ in measured if other is not evaluation]
    if lowest < min(rest) and not _explained(evaluation, row):
        yield Objection(
            where=row.row.level3,
            message=f"满意度 {plain(lowest)}%，为本单位 {len(measured)} 个项目中最低（其他不低于 {plain(min(rest))}%），没有说明原因。",
            remedy="请在存在问题或最后一栏写明哪些方面不满意、怎样改进。",
            place=row.row.place,
            about=evaluation,
        )


def _explained(evaluation: Evaluation, row: RowScore) -> bool:
    """True when the row gives a reason, or problems or measures speak of satisfaction."""
    reason = own_words(row)
    if reason is not None and not says_none(reason, evaluation.pack):
        return True
    about = any_word(evaluation.pack, "survey_words")
    told = (section(evaluation, name) for name in (SectionName.PROBLEMS, SectionName.MEASURES))
    return any(each is not None and about.search(each.text) for each in told)
