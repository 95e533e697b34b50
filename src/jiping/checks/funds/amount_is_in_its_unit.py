"""FU29."""

from collections.abc import Iterator
from fractions import Fraction

from jiping.checks.blanks import is_blank
from jiping.checks.check import Objection, check
from jiping.checks.fund_block import total_line
from jiping.checks.payments import two_decimals
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.scoring.score import Evaluation

_WAN = 10_000


@check(code="FU29", severity=Severity.HINT, rests_on=(Figure.MONEY,))
def amount_is_in_its_unit(evaluation: Evaluation) -> Iterator[Objection]:
    """金额应与所写的单位相符。

    为何：表头写万元而按元填写，金额就大了一万倍，汇总时无人能看出。
    反例：购置 60 台电脑、受益学生 1532 人，年度资金总额写 600000 万元。
    正例：写 60 万元。
    说明：资金总额摊到评分表中每一台、每一人、每一平方米都高得离奇，才提示。
    """
    line, limits = total_line(evaluation), evaluation.pack.thresholds
    budget = None if line is None else line.full_year if line.full_year is not None else line.initial
    if line is None or budget is None:
        return
    counts = [
        (Fraction(each.actual.number), each.row)
        for each in evaluation.rows
        if each.actual.kind is ValueKind.NUMBER
        and not is_blank(each.row.level3)
        and each.actual.unit
        and each.actual.number is not None
        and each.actual.number >= limits["counted_enough"]
    ]
    if len(counts) < limits["counted_rows"]:
        return
    most, row = max(counts, key=lambda each: each[0])
    share = Fraction(budget.yuan) / most
    if share >= Fraction(limits["odd_share"]):
        yield Objection(
            where=line.name,
            message=f"{budget} ÷ “{row.level3}”{row.actual} = {two_decimals(share / _WAN)} 万元，高得离奇。",
            remedy="请核对金额的单位，看是否把元写成了万元。",
            place=line.place,
        )
