"""AR08."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.payments import amounts_apart, last_digit
from jiping.checks.prose import figured
from jiping.domain.finding import Severity
from jiping.domain.money import Money, plain
from jiping.scoring.score import Evaluation


@check(code="AR08", severity=Severity.BLOCK)
def people_times_price_is_money(evaluation: Evaluation) -> Iterator[Objection]:
    """人数乘以每人标准应等于所写金额。

    为何：人数、标准、金额三者知二得一，对不上就至少有一个写错。
    反例：符合条件 69 人，每人 1000 元，发放 8 万元。
    正例：符合条件 4542 人，每人 1000 元，发放 454.2 万元。
    说明：只比较同一句中恰有一个人数、一个标准、一个金额的；末位四舍五入的差别不报。
    """
    for told in figured(evaluation):
        if len(told.people) != 1 or len(told.money) != 2:
            continue
        money = amounts_apart(told.text, evaluation.pack)
        if len(money.prices) != 1:
            continue
        (count,), (price,), (total,) = told.people, money.prices, money.totals
        product = count.number * price.number
        if abs(product - total.number) > (last_digit(total) + last_digit(price) * count.number) / 2:
            yield Objection(
                where=told.section.heading,
                message=f"{plain(count.number)} 人 × {price.text} = {Money(product)}，文中写 {total.text}。",
                remedy="请核对人数、标准和金额三者。",
                place=told.section.place,
            )
