"""NA19."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import has_figure, section
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_CLAUSE = re.compile(r"[^，。；：！？,;\n]+")


@check(code="NA19", severity=Severity.HINT)
def result_repeats_goal(evaluation: Evaluation) -> Iterator[Objection]:
    """写成效时不能照抄目标。

    为何：目标原文再写一遍，看不出完成了多少。
    反例：项目概况写“维护职工参加社保和享受社保待遇的合法权益”，项目绩效又写一遍。
    正例：新增参保 4200 人，其中灵活就业人员 1900 人。
    说明：目标写了数字、完成情况写同一个数字的，就是如数完成，不报告。
    """
    goal = section(evaluation, SectionName.OVERVIEW)
    result = section(evaluation, SectionName.PERFORMANCE)
    if goal is None or result is None:
        return
    shortest = int(evaluation.pack.thresholds["copied_text_length"])
    clauses = (match.group().strip() for match in _CLAUSE.finditer(result.text))
    copied = [
        clause for clause in clauses if len(clause) >= shortest and clause in goal.text and not has_figure(clause)
    ]
    if copied:
        yield Objection(
            where=result.heading,
            message=f"“{copied[0]}”与{goal.heading}一字不差，没有写完成情况。",
            remedy="请改写为本年度做成了什么、完成多少。",
            place=result.place,
        )
