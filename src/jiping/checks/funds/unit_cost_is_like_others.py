"""FU21."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from statistics import median
from typing import NamedTuple

from jiping.checks.category import Category, categories
from jiping.checks.check import Objection, Scope, check
from jiping.checks.fund_block import spent, total_line
from jiping.checks.gathering import mark
from jiping.checks.payments import two_decimals
from jiping.checks.phrasebook import phrasebook
from jiping.checks.prose import section
from jiping.checks.years import plain_name
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import ValueKind
from jiping.rulepack.pack import RulePack
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
    说明：项目按名称分类，规则包不认识的，名称、指标和单位都相同的为一类；单价为支出除以数量指标的完成值；用中位数和绝对中位差判断，
    同类不足规定个数的、与中位数相差不多的不判断。
    """
    costs = [cost for each in evaluations if (cost := _cost(each)) is not None]
    pack = evaluations[0].pack
    if len(costs) < len(evaluations) or len(costs) < pack.thresholds["like_projects"]:
        return
    middle = median(cost.each for cost in costs)
    deviation = median(abs(cost.each - middle) for cost in costs)
    for number, cost in enumerate(costs):
        if _stands_apart(abs(cost.each - middle), middle, deviation, pack):
            yield _objection(evaluations[number], cost, f"同类 {len(costs)} 个项目的中位数为 {two_decimals(middle)} 元")


def _stands_apart(off: Fraction, middle: Fraction, deviation: Fraction, pack: RulePack) -> bool:
    """Tell an outlier among its like; where most cost the very same there is no deviation to measure by."""
    if off <= Fraction(pack.thresholds["unit_cost_jump"]) * middle:
        return False
    return not deviation or _SPREAD * off / deviation > Fraction(pack.thresholds["outlier_score"])


def _objection(evaluation: Evaluation, cost: _Cost, others: str) -> Objection:
    told, line = section(evaluation, SectionName.OVERVIEW), total_line(evaluation)
    source = line or told
    return Objection(
        where=told.heading if told is not None and line is None else "项目资金",
        message=f"支出 {spent(evaluation)} ÷ “{cost.row.row.level3}”{cost.row.row.actual} = {two_decimals(cost.each)} 元，{others}。",
        remedy="请核对金额和数量；做法、标准不同的，请写明。",
        place=None if source is None else source.place,
        about=evaluation,
    )


def _cost(evaluation: Evaluation) -> _Cost | None:
    """Return what one piece cost: in a kind of project that the pack knows, else in projects of one name."""
    money = spent(evaluation)
    if money is None or money.yuan <= 0:
        return None
    kind = next((row for _, row in phrasebook(evaluation.pack, "project_kinds").hits(evaluation.filing.label)), None)
    name = plain_name(evaluation.filing) if kind is None else str(kind["kind"])
    for row, category in zip(evaluation.rows, categories(evaluation), strict=True):
        unit = row.actual.unit
        if not row.row.level3.strip() or row.actual.kind is not ValueKind.NUMBER or not unit or not row.actual.number:
            continue
        counts = category is Category.QUANTITY if kind is None else unit in texts(kind, "units")
        if counts and name:
            counted = row.row.level3 if kind is None else ""
            return _Cost(
                f"{name} {evaluation.filing.year} {unit}{counted}",
                Fraction(money.yuan) / Fraction(row.actual.number),
                row,
            )
    return None
