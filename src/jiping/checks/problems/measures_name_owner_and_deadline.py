"""PR07."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.phrasebook import phrasebook
from jiping.checks.prose import section
from jiping.checks.silence import says_none
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="PR07", severity=Severity.HINT)
def measures_name_owner_and_deadline(evaluation: Evaluation) -> Iterator[Objection]:
    """整改措施宜写明责任人和完成时限。

    为何：没有责任人和时限，来年无法核对是否落实。
    反例：加强项目资金管理，确保项目顺利实施。
    正例：由财务科负责，2025 年 6 月底前完成。
    """
    measures = section(evaluation, SectionName.MEASURES)
    if measures is None or says_none(measures.text, evaluation.pack):
        return
    owner = phrasebook(evaluation.pack, "owner_patterns").pattern.search(measures.text)
    deadline = phrasebook(evaluation.pack, "deadline_patterns").pattern.search(measures.text)
    lacking = [name for name, present in (("责任人", owner), ("完成时限", deadline)) if present is None]
    if lacking:
        yield Objection(
            where=measures.heading,
            message=f"措施没有写明{'和'.join(lacking)}。",
            remedy="请写明由哪个科室负责、何时完成，并在下一年度自评中说明落实情况。",
            place=measures.place,
        )
