"""FU08."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import total_line
from jiping.checks.prose import whole_text
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="FU08", severity=Severity.WARN, rests_on=(Figure.MONEY,))
def adjusted_budget_is_explained(evaluation: Evaluation) -> Iterator[Objection]:
    """全年预算与年初预算不同的，应说明调整原因。

    为何：年中调整须经批准；表样要求另写原因。
    反例：年初预算 100 万元，全年预算 60 万元，没有说明。
    正例：年初预算 100 万元，因项目压减调整为 60 万元。
    """
    line = total_line(evaluation)
    if line is None or line.initial is None or line.full_year is None or line.initial == line.full_year:
        return
    if any_word(evaluation.pack, "adjustment_words").search(whole_text(evaluation)):
        return
    yield Objection(
        where=line.name,
        message=f"年初预算 {line.initial}，全年预算 {line.full_year}，没有说明调整原因。",
        remedy="请写明何时、经谁批准、因何调整。",
        place=line.place,
    )
