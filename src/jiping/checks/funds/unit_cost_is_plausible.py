"""FU10."""

from collections.abc import Iterator
from fractions import Fraction

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import spent
from jiping.checks.payments import two_decimals
from jiping.checks.phrasebook import phrasebook
from jiping.checks.prose import head_counts, section, whole_text
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.money import plain
from jiping.rulepack.table import number
from jiping.scoring.score import Evaluation


@check(code="FU10", severity=Severity.WARN, rests_on=(Figure.MONEY,))
def unit_cost_is_plausible(evaluation: Evaluation) -> Iterator[Objection]:
    """人均支出不应低于做这件事的最低价。

    为何：人均支出低于市价，说明人数、金额或做法至少有一处与实际不符，或另有资金承担。
    反例：近 20 万人的对账单邮寄送达，支出 6 万元，人均 0.30 元，低于邮资。
    正例：印制 2000 册，支出 5 万元，每册 25 元。
    """
    money, counts = spent(evaluation), head_counts(evaluation)
    if money is None or not counts:
        return
    largest = max(counts, key=lambda each: each.number)
    for done, row in phrasebook(evaluation.pack, "unit_cost_floors").hits(whole_text(evaluation)):
        floor = number(row, "yuan")
        if not largest.number or money.yuan >= floor * largest.number:
            continue
        told = section(evaluation, SectionName.OVERVIEW)
        each = Fraction(money.yuan) / Fraction(largest.number)
        quotient = f"支出 {money} ÷ {plain(largest.number)} 人 = {two_decimals(each)} 元/人"
        yield Objection(
            where="项目资金" if told is None else told.heading,
            message=f"{quotient}，文中说“{done}”，{row['item']}每人至少约 {plain(floor)} 元。",
            remedy="请核对人数、金额和实际做法；另有资金承担的，请写明。",
            place=None if told is None else told.place,
        )
        return
