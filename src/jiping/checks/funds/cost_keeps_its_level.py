"""FU20."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jiping.checks.check import Objection, Scope, check
from jiping.checks.fund_block import spent
from jiping.checks.payments import two_decimals
from jiping.checks.prose import section, whole_text
from jiping.checks.wordlist import any_word
from jiping.checks.years import Succession, same_rows, successions
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.money import Money
from jiping.domain.value.kinds import Value, ValueKind
from jiping.scoring.score import Evaluation


@check(code="FU20", severity=Severity.WARN, scope=Scope.UNIT, rests_on=(Figure.MONEY,))
def cost_keeps_its_level(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """支出或单价比上年大起大落的应说明原因。

    为何：同样的事，单价忽然高出三成，要么标准变了，要么数量、金额有一处不实。
    反例：手册 2023 年每册 2.50 元，2024 年每册 5.00 元，没有说明。
    正例：写明“2024 年改用彩印，每册 5 元”。
    说明：两年有同名的数量指标时比单价，几个数量取变动最小的；没有时比支出总额。
    """
    for pair in successions(tuple(evaluations)):
        before, now = spent(pair.before), spent(pair.now)
        if before is None or now is None or before.yuan <= 0 or now.yuan <= 0:
            continue
        if any_word(pair.now.pack, "cost_change_reasons").search(whole_text(pair.now)):
            continue
        message = _jump(pair, before, now)
        if message:
            told = section(pair.now, SectionName.OVERVIEW)
            yield Objection(
                where="项目资金" if told is None else told.heading,
                message=message,
                remedy="请说明变动原因（标准、数量、范围），或核对金额和数量。",
                place=None if told is None else told.place,
                about=pair.now,
            )


def _jump(pair: Succession, before: Money, now: Money) -> str:
    limits = pair.now.pack.thresholds
    costs = [
        (Fraction(before.yuan) / Fraction(old.actual.number), Fraction(now.yuan) / Fraction(new.actual.number), new)
        for old, new in same_rows(pair)
        if old.actual.number and new.actual.number and _is_count(old.actual, new.actual)
    ]
    if not costs:
        change = Fraction(now.yuan) / Fraction(before.yuan)
        limit = Fraction(limits["amount_jump"])
        return (
            ""
            if _size(change) <= limit
            else f"支出 {now}，{pair.year_before}为 {before}，{_said(change)}，没有说明原因。"
        )
    old_cost, cost, row = min(costs, key=lambda each: _size(each[1] / each[0]))
    if _size(cost / old_cost) <= Fraction(limits["unit_cost_jump"]):
        return ""
    return (
        f"支出 {now} ÷ “{row.row.level3}”{row.row.actual} = {two_decimals(cost)} 元，"
        f"{pair.year_before}为 {two_decimals(old_cost)} 元，{_said(cost / old_cost)}，没有说明原因。"
    )


def _is_count(old: Value, new: Value) -> bool:
    return (
        old.kind is new.kind is ValueKind.NUMBER
        and old.unit == new.unit
        and bool(new.unit)
        and min(old.number or 0, new.number or 0) > 0
    )


def _size(change: Fraction) -> Fraction:
    """Return by what share the larger is above the smaller, so that doubling and halving weigh the same."""
    return max(change, 1 / change) - 1


def _said(change: Fraction) -> str:
    return f"{'增加' if change > 1 else '减少'} {int(abs(change - 1) * 100)}%"
