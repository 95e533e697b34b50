"""GR03."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="GR03", severity=Severity.WARN, basis="grade_bands_unified")
def grade_word_is_known(evaluation: Evaluation) -> Iterator[Objection]:
    """等次应使用规定的用语。

    为何：用语不统一，汇总时无法归档。
    反例：等次写“好”。
    正例：等次写“优”或“优秀”。
    """
    filing, grades = evaluation.filing, evaluation.pack.grades
    known = [band.grade for band in grades.bands]
    if filing.stated_grade is None or filing.stated_grade in known or filing.stated_grade in grades.synonyms:
        return
    told = filing.narrative.evaluation
    yield Objection(
        where="绩效等级" if told is None else told.heading,
        message=f"等次写“{filing.stated_grade}”，规定的等次为{'、'.join(known)}。",
        remedy="请按总得分改写为规定的等次。",
        place=None if told is None else told.place,
    )
