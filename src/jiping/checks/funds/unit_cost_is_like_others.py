"""FU21."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from statistics import median
from typing import NamedTuple

from jiping.checks.check import Objection, Scope, check
from jiping.checks.fund_block import spent
from jiping.checks.gathering import mark
from jiping.checks.payments import two_decimals
from jiping.checks.phrasebook import phrasebook
from jiping.checks.prose import section
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.rulepack.table import texts
from jiping.scoring.score import Evaluation, RowScore

_SPREAD = Fraction("0.6745")  # makes the median deviation of a normal spread one standard deviation


class _Cost(NamedTuple):
    kind: str
    each: Fraction
    row: RowScore


def _marks(evaluation: Evaluation) -> Iterator[int]:
    cost = _cost(evaluation)
    if cost is not None:
        yield mark(cost.kind)


@check(code="FU21", severity=Severity.HINT, scope=Scope.ALL, marks=_marks, rests_on=(Figure.MONEY,))
def unit_cost_is_like_others(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """同类项目的单价不应与众不同。

    为何：做同样的事，一家的单价远离多数单位，往往是金额、数量或范围填错，或者确有浪费。
    反例：各单位印一册手册 2 至 3 元，一家 25 元。
    正例：单价与同类项目相当；或写明用纸、印数不同的原因。
    说明：项目按名称分类，单价为支出除以数量指标的完成值；用中位数和绝对中位差判断，同类不足规定个数的不判断。
    """
    costs = [cost for each in evaluations if (cost := _cost(each)) is not None]
    pack = evaluations[0].pack
    if len(costs) < len(evaluations) or len(costs) < pack.thresholds["like_projects"]:
        return
    middle = median(cost.each for cost in costs)
    deviation = median(abs(cost.each - middle) for cost in costs)
    limit = Fraction(pack.thresholds["outlier_score"])
    for number, cost in enumerate(costs):
        if deviation and _SPREAD * abs(cost.each - middle) / deviation > limit:
            evaluation = evaluations[number]
            told = section(evaluation, SectionName.OVERVIEW)
            yield Objection(
                where="项目资金" if told is None else told.heading,
                message=f"支出 {spent(evaluation)} ÷ “{cost.row.row.level3}”{cost.row.row.actual} = {two_decimals(cost.each)} 元，"
                f"同类 {len(costs)} 个项目的中位数为 {two_decimals(middle)} 元。",
                remedy="请核对金额和数量；做法、标准不同的，请写明。",
                place=None if told is None else told.place,
                about=evaluation,
            )


def _cost(evaluation: Evaluation) -> _Cost | None:
    """Return what one piece cost in a project whose kind the pack knows by its name."""
    money = spent(evaluation)
    kind = next((row for _, row in phrasebook(evaluation.pack, "project_kinds").hits(evaluation.filing.label)), None)
    if money is None or money.yuan <= 0 or kind is None:
        return None
    for row in evaluation.rows:
        actual = row.actual
        if (
            row.row.level3.strip()
            and actual.kind is ValueKind.NUMBER
            and actual.unit in texts(kind, "units")
            and actual.number
            and row.row.level3.strip()
        ):
            name = f"{kind['kind']} {evaluation.filing.year} {actual.unit}"
            return _Cost(name, Fraction(money.yuan) / Fraction(actual.number), row)
    return None
