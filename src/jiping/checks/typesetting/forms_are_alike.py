"""TY05."""

from collections import Counter
from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="TY05", severity=Severity.HINT, scope=Scope.UNIT_YEAR)
def forms_are_alike(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一单位各项目应使用同一种表样。

    为何：表样不同，内容的详略和口径也不同，汇总和比较都不方便。
    反例：五个项目填情况表，一个项目写自评报告。
    正例：六个项目都填情况表；确需另写报告的，情况表照填，报告作附件。
    """
    counts = Counter(each.filing.form for each in evaluations)
    usual, number = counts.most_common(1)[0]
    for each in evaluations:
        if each.filing.form is not usual:
            yield Objection(
                where="表样",
                message=f"本项目用的是{each.filing.form.value}，同单位另有 {number} 个项目用{usual.value}。",
                remedy=f"请改用{usual.value}，或说明为什么要用{each.filing.form.value}。",
                about=each,
            )
