"""TY03."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.misprint import misprints
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="TY03", severity=Severity.HINT, basis="punctuation_standard")
def wrong_punctuation(evaluation: Evaluation) -> Iterator[Objection]:
    """标点应当用对。

    为何：标点错了，句子的意思会断错。
    反例：给予1000元新增缴费补助：次年缴费累计满6个月的，再给予1000元续保补助。
    正例：给予1000元新增缴费补助；次年缴费累计满6个月的，再给予1000元续保补助。
    """
    yield from misprints(evaluation, "wrong_punctuation")
