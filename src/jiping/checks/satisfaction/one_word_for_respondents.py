"""SA03."""

from collections import Counter
from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.survey import respondents, satisfaction_rows
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="SA03", severity=Severity.WARN, scope=Scope.UNIT_YEAR)
def one_word_for_respondents(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一单位各项目的调查对象应用同一称呼。

    为何：称呼不一，看不出是同一次调查还是几次调查，也看不出问的是谁。
    反例：一份写“参保人员满意度”，其余五份写“群众满意度”。
    正例：六份都写“参保人员”。
    """
    named = [(evaluation, who) for evaluation in evaluations if (who := respondents(evaluation)) is not None]
    counts = Counter(who for _, who in named).most_common()
    if len(counts) < 2:
        return
    usual, times = counts[0]
    for evaluation, who in named:
        if who != usual:
            row = next((each.row for each in satisfaction_rows(evaluation)), None)
            yield Objection(
                where="满意度" if row is None else row.level3,
                message=f"调查对象写作“{who}”，其他 {times} 个项目写作“{usual}”。",
                remedy="请统一称呼；调查对象确实不同的，请分别写明。",
                place=None if row is None else row.place,
                about=evaluation,
            )
