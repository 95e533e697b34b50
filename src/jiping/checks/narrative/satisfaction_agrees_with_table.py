"""NA15."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jiping.checks.check import Objection, check
from jiping.checks.prose import section
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.score import Evaluation

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@check(code="NA15", severity=Severity.BLOCK, basis="self_evaluation_measures_2020", rests_on=(Figure.ACTUAL,))
def satisfaction_agrees_with_table(evaluation: Evaluation) -> Iterator[Objection]:
    """正文写的满意度应与评分表一致。

    为何：同一次调查只有一个结果；两处不同，无法确定按哪个计分。
    反例：正文写“满意度达 96%”，评分表实际完成值 97%。
    正例：两处都是 97%。
    """
    stated = _NUMBER.search(evaluation.filing.stated_satisfaction or "")
    rows = [each for each in evaluation.rows if each.kind is IndicatorKind.SATISFACTION]
    measured = [each.actual.number for each in rows if each.actual.number is not None]
    if stated is None or not measured or Decimal(stated.group()) in measured:
        return
    told = section(evaluation, SectionName.EVALUATION)
    yield Objection(
        where=rows[0].row.level3 if told is None else told.heading,
        message=f"正文写满意度 {stated.group()}%，评分表为 {'、'.join(f'{plain(each)}%' for each in measured)}，两处不一致。",
        remedy="请核对调查结果，改正错的一处。",
        place=rows[0].row.place if told is None else told.place,
    )
