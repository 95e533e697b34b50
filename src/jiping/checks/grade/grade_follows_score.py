"""GR01."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.scoring.score import Evaluation


@check(code="GR01", severity=Severity.BLOCK, basis="grade_bands_unified", rests_on=(Figure.SCORE,))
def grade_follows_score(evaluation: Evaluation) -> Iterator[Objection]:
    """等次应由总得分所在分数段得出。

    为何：等次只能由得分推出，不能另行评定。
    反例：总得分 89.5 分，等次写“优”。
    正例：总得分 99 分，等次写“优”。
    """
    filing, grades = evaluation.filing, evaluation.pack.grades
    score = filing.total_score if filing.total_score is not None else filing.stated_score
    if score is None or filing.stated_grade is None:
        return
    stated = grades.synonyms.get(filing.stated_grade, filing.stated_grade)
    if stated not in {band.grade for band in grades.bands}:
        return
    earned = grades.of(score)
    if stated != earned:
        told = filing.narrative.evaluation
        yield Objection(
            where="绩效等级" if told is None else told.heading,
            message=f"总得分 {plain(score)} 分，按分数段为“{earned}”，文中写“{filing.stated_grade}”。",
            remedy="请按总得分改正等次；总得分有误的，先改正总得分。",
            place=None if told is None else told.place,
        )
