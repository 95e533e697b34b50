"""TY08."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.misprint import misprints
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="TY08", severity=Severity.HINT)
def broken_sentence(evaluation: Evaluation) -> Iterator[Objection]:
    """句子应当通顺完整。

    为何：缺字、杂糅的句子意思不清，公开后影响单位形象。
    反例：在对本项目实施和满意度等各项指标调查，基本情况是……；无能力缴纳基本养老保险符合贷款条件的人员。
    正例：经对本项目实施和满意度等各项指标调查，……；无能力缴纳基本养老保险费、符合贷款条件的人员。
    """
    yield from misprints(evaluation, "broken_sentences")
