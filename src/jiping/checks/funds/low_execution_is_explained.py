"""FU07."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jiping.checks.check import Objection, check
from jiping.checks.execution_rate import shown
from jiping.checks.fund_block import computed_rate, total_line
from jiping.checks.prose import whole_text
from jiping.checks.silence import says_none
from jiping.checks.wordlist import any_word
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.domain.place import Place
from jiping.rulepack.rules import IndicatorKind
from jiping.scoring.ground import own_words
from jiping.scoring.score import Evaluation


@check(code="FU07", severity=Severity.WARN, rests_on=(Figure.MONEY, Figure.RATE))
def low_execution_is_explained(evaluation: Evaluation) -> Iterator[Objection]:
    """预算执行率偏低的，应说明原因。

    为何：钱没有花出去，或者任务没做完，或者预算编多了，看表的人须知道是哪一种。
    反例：全年预算 100 万元，执行 60 万元，没有一句说明。
    正例：全年预算 100 万元，执行 60 万元；尾款 40 万元按合同于次年支付。
    """
    where, rate, place = _rate(evaluation)
    limit = evaluation.pack.thresholds["low_execution"]
    if rate is None or rate >= limit:
        return
    reasons = [own_words(each) for each in evaluation.rows if each.kind is IndicatorKind.EXECUTION]
    if any(reason and not says_none(reason, evaluation.pack) for reason in reasons):
        return
    if any_word(evaluation.pack, "low_execution_reasons").search(whole_text(evaluation)):
        return
    yield Objection(
        where=where,
        message=f"执行率 {shown(Fraction(rate))}%，低于 {plain(limit * 100)}%，没有说明原因。",
        remedy="请写明没有支出的金额、原因和后续安排。",
        place=place,
    )


def _rate(evaluation: Evaluation) -> tuple[str, Fraction | Decimal | None, Place | None]:
    """Return where the execution rate stands, the rate (1 = all spent) and its place."""
    line = total_line(evaluation)
    if line is not None and (rate := computed_rate(line)) is not None:
        return line.name, rate, line.place
    for each in evaluation.rows:
        if each.kind is IndicatorKind.EXECUTION and each.actual.number is not None:
            return each.row.level3, each.actual.number.scaleb(-2), each.row.place
    return "", None, None
