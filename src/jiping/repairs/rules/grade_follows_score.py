"""GR01."""

import re
from dataclasses import replace

from jiping.domain.filing import Filing, Section
from jiping.repairs.edit import Edit, edited, with_sections
from jiping.repairs.repair import repair
from jiping.scoring.score import Evaluation


@repair("GR01")
def grade_follows_score(evaluation: Evaluation) -> Filing:
    """等次改为总得分所在分数段的等次。

    正文的结论一并改；正文中找不到唯一一处写等次的地方时不动。
    """
    filing, grades = evaluation.filing, evaluation.pack.grades
    score, stated = filing.total_score, filing.stated_grade
    if score is None or stated is None or grades.synonyms.get(stated, stated) not in _names(evaluation):
        return filing
    earned = grades.of(score)
    if grades.synonyms.get(stated, stated) == earned:
        return filing
    told = _mentions(evaluation, stated)
    if len(told) > 1 or (not told and any(stated in section.text for _, section in filing.narrative.sections())):
        return filing
    return replace(with_sections(filing, lambda section: _retold(section, told, earned)), stated_grade=earned)


def _names(evaluation: Evaluation) -> set[str]:
    return {band.grade for band in evaluation.pack.grades.bands}


def _mentions(evaluation: Evaluation, stated: str) -> list[tuple[Section, Edit]]:
    """Return where the narrative states the grade, each as an edit whose text is still empty."""
    leads = "|".join(map(re.escape, evaluation.pack.words("grade_leads")))
    pattern = re.compile(rf"(?:{leads})\s*[“\"]?({re.escape(stated)})(?=[”\"，。；、）\s]|$)")
    return [
        (section, Edit(match.start(1), match.end(1), ""))
        for _, section in evaluation.filing.narrative.sections()
        for match in pattern.finditer(section.text)
    ]


def _retold(section: Section, told: list[tuple[Section, Edit]], earned: str) -> Section:
    return edited(section, [replace(edit, text=earned) for where, edit in told if where is section])
