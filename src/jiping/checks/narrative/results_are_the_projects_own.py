"""NA27."""

import re
from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import has_figure, section
from jiping.checks.quotation import quote
from jiping.checks.telling import telling_pairs
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation

_NOT_HAN = re.compile(r"[^一-鿿]+")
_SENTENCE_END = re.compile(r"[。；\n]")


@check(code="NA27", severity=Severity.WARN, basis="self_evaluation_measures_2020")
def results_are_the_projects_own(evaluation: Evaluation) -> Iterator[Objection]:
    """完成情况应写本项目做的事。

    为何：从别的项目抄来的完成情况，与本项目的目标和指标没有关系，不能证明本项目完成了什么。
    反例：设备更新项目的完成情况写“完成农村公路养护30公里，安装路灯200盏”。
    正例：完成情况写“为3所学校购置办公电脑60台”。
    说明：完成情况有数字，而与项目名称、总体目标、各项指标没有一处相同的实词，才报告。
    """
    told = section(evaluation, SectionName.PERFORMANCE)
    thresholds = evaluation.pack.thresholds
    if told is None or len(told.text) < thresholds["own_result_length"] or not has_figure(told.text):
        return
    if len(evaluation.rows) < thresholds["own_result_rows"]:
        return
    goal = section(evaluation, SectionName.OVERVIEW)
    names = [evaluation.filing.project or "", *(each.row.level3 for each in evaluation.rows)]
    about = "｜".join([*names, "" if goal is None else goal.text])
    if any(pair in told.text for pair in telling_pairs(_NOT_HAN.sub("｜", about), evaluation.pack)):
        return
    yield Objection(
        where=told.heading,
        message=f"写的是{quote(_SENTENCE_END.split(told.text)[0])}，与项目名称、总体目标和各项指标没有一处相同。",
        remedy="请改写本项目的完成情况；抄自其他项目的，请删去。",
        place=told.place,
    )
