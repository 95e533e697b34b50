"""FU28."""

from collections.abc import Iterator
from fractions import Fraction

from jiping.checks.check import Objection, check
from jiping.checks.fund_block import spent
from jiping.checks.silence import says_something
from jiping.checks.wordlist import found
from jiping.domain.doubt import Figure
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.scoring.ground import own_words
from jiping.scoring.score import Evaluation, RowScore


@check(
    code="FU28",
    severity=Severity.WARN,
    basis="self_evaluation_measures_2020",
    rests_on=(Figure.MONEY, Figure.ACTUAL),
)
def total_cost_is_the_expenditure(evaluation: Evaluation) -> Iterator[Objection]:
    """项目总成本应与全年执行数一致，不一致的应说明。

    为何：总成本就是项目花了多少钱，与执行数不同，至少有一处不实，或者有欠款、结余没有说明。
    反例：“项目总成本”实际完成值 58万元，全年执行数 55.2 万元，没有说明。
    正例：两处都是 55.2 万元；或在最后一栏写明“质保金 2.8 万元次年支付”。
    说明：相差悬殊的，说的多半不是同一笔钱，不比较。
    """
    money = spent(evaluation)
    if money is None or money.yuan <= 0:
        return
    limits, whole = evaluation.pack.thresholds, Fraction(money.yuan)
    least, most = (Fraction(limits[name]) * whole for name in ("rounded_amount", "comparable_amount"))
    for each in evaluation.rows:
        cost = _total_cost(each, evaluation)
        if cost is None or not least < abs(cost - whole) <= most:
            continue
        if not says_something(evaluation.pack, own_words(each)):
            yield Objection(
                where=each.row.level3,
                message=f"实际完成值 {each.row.actual}，全年执行数 {money}，两数不同，没有说明原因。",
                remedy="请按决算核对；有未支付或结余的，请在最后一栏写明。",
                place=each.row.place,
            )


def _total_cost(each: RowScore, evaluation: Evaluation) -> Fraction | None:
    """Return the yuan a row states as the cost of the whole project."""
    actual = each.actual
    if (
        actual.kind is not ValueKind.MONEY
        or actual.unit != "元"
        or actual.number is None
        or actual.extra
        or actual.upper
    ):
        return None
    return Fraction(actual.number) if found(evaluation.pack, "total_cost_names", each.row.level3) else None
