"""GR02."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="GR02", severity=Severity.WARN, scope=Scope.UNIT_YEAR)
def grades_are_spread(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """一个单位的项目不应全部评为最高等次。

    为何：全部最优，看不出哪个项目该加强，自评结果也难以用于预算安排。
    反例：六个项目都是 99 分、“优”。
    正例：六个项目四个“优”、两个“良”。
    """
    pack = evaluations[0].pack
    stated = [grade for each in evaluations if (grade := _grade(each)) is not None]
    best = pack.grades.bands[0].grade
    if len(stated) >= pack.thresholds["same_value_filings"] and all(grade == best for grade in stated):
        yield Objection(
            where="绩效等级",
            message=f"本单位 {len(stated)} 个项目全部为“{best}”。",
            remedy="请对照未达标指标和存在问题重新核对各项目得分；确属全部优秀的，请备好佐证。",
        )


def _grade(evaluation: Evaluation) -> str | None:
    """Return the stated grade in the pack's words, else the one the stated total earns."""
    filing, grades = evaluation.filing, evaluation.pack.grades
    if filing.stated_grade is not None:
        return grades.synonyms.get(filing.stated_grade, filing.stated_grade)
    score = filing.total_score if filing.total_score is not None else filing.stated_score
    return None if score is None else grades.of(score)
