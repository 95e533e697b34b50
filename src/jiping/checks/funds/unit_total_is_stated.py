"""FU09."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jiping.checks.check import Objection, Scope, check
from jiping.checks.fund_block import spent
from jiping.checks.prose import figured, section
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.money import Money
from jiping.scoring.score import Evaluation


@check(code="FU09", severity=Severity.HINT, scope=Scope.UNIT_YEAR, rests_on=(Figure.MONEY,))
def unit_total_is_stated(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同一单位各项目支出的合计宜有一处写明。

    为何：决算公开要写自评项目的个数和金额；没有合计，就无法与决算核对。
    反例：六份自评各写支出，合计 649.76 万元没有一处写到。
    正例：报告开头写“本单位自评项目 6 个，支出合计 649.76 万元”。
    """
    money = [(each, amount) for each in evaluations if (amount := spent(each)) is not None]
    if len(money) < 2:
        return
    total = sum((amount.yuan for _, amount in money), Decimal(0))
    told_amounts = (mention.number for each in evaluations for told in figured(each) for mention in told.money)
    if total in told_amounts:
        return
    told = section(money[0][0], SectionName.OVERVIEW)
    yield Objection(
        where="项目资金" if told is None else told.heading,
        message=f"本单位 {len(money)} 个自评项目支出合计 {Money(total)}，各份材料都没有写到。",
        remedy="请在汇总材料中写明项目个数和支出合计，并与决算核对。",
        place=None if told is None else told.place,
        about=money[0][0],
    )
