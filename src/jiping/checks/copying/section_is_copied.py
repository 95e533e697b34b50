"""CP02."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.copies import projects_named, sections_by_text
from jiping.checks.quotation import quote
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="CP02", severity=Severity.WARN, scope=Scope.UNIT_YEAR)
def section_is_copied(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """不同项目的同一部分不应一字不差。

    为何：项目不同，做的事、出的问题、用的办法也不同；整段相同，说明没有针对项目填写。
    反例：打印纸项目与手册印刷费项目的整改措施完全相同。
    正例：各写各的问题和措施。
    说明：每组相同的文字只在第一个项目上报告一次，并列出其余项目；只写“无”的不算。
    """
    for (_, text), copies in sections_by_text(tuple(evaluations)).items():
        if len(copies) > 1:
            (first, section), *others = copies
            yield Objection(
                where=section.heading,
                message=f"{quote(_opening(text))}整段与{projects_named(e for e, _ in others)}一字不差。",
                remedy="请按各项目的实际情况分别填写。",
                place=section.place,
                about=first,
            )


def _opening(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:30]}……"
