"""PR02."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import section
from jiping.checks.silence import says_none
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="PR02", severity=Severity.WARN)
def measures_without_problem(evaluation: Evaluation) -> Iterator[Objection]:
    """没有问题，就不应有整改措施。

    为何：措施是对问题的回答；问题写“无”又写措施，说明其中一处不实。
    反例：存在问题写“无。”，整改措施写“加大对项目资金预算执行的管理”。
    正例：存在问题和整改措施都写“无”，或先写明问题再写措施。
    """
    problems = section(evaluation, SectionName.PROBLEMS)
    measures = section(evaluation, SectionName.MEASURES)
    if problems is None or measures is None or not says_none(problems.text, evaluation.pack):
        return
    if not says_none(measures.text, evaluation.pack):
        yield Objection(
            where=measures.heading,
            message=f"存在问题写“{problems.text.strip()}”，这里却写了措施，看不出要解决什么。",
            remedy="请先写明措施所对应的问题；确无问题的，措施写“无”。",
            place=measures.place,
        )
