"""TY07."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.prose import whole_text
from jiping.domain.finding import Severity
from jiping.rulepack.table import texts
from jiping.scoring.score import Evaluation


@check(code="TY07", severity=Severity.HINT)
def name_of_the_exercise(evaluation: Evaluation) -> Iterator[Objection]:
    """同一项工作只用一个名称。

    为何：标题写“自评”、正文写“自评价”，读者会以为是两件事。
    反例：标题为绩效自评报告，正文写“自评价得分为 99 分”。
    正例：标题和正文都写“自评”。
    """
    said = f"{evaluation.filing.title or ''}\n{whole_text(evaluation)}"
    for row in evaluation.pack.table("exercise_names"):
        long, short = texts(row, "words")
        count_long = said.count(long)
        count_short = said.count(short) - count_long
        if count_long and count_short:
            yield Objection(
                where="标题和正文",
                message=f"“{long}”用了 {count_long} 次，“{short}”用了 {count_short} 次，名称不统一。",
                remedy="请按通知中的名称统一。",
            )
