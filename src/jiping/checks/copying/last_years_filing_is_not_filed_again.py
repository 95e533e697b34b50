"""CP09."""

from collections.abc import Iterator, Sequence

from jiping.checks.check import Objection, Scope, check
from jiping.checks.fund_block import spent
from jiping.checks.prose import section
from jiping.checks.years import Succession, successions
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.value.notation import compact
from jiping.scoring.score import Evaluation

_RESULTS = (SectionName.EVALUATION, SectionName.PERFORMANCE)


@check(code="CP09", severity=Severity.WARN, scope=Scope.UNIT, rests_on=(Figure.ACTUAL, Figure.MONEY))
def last_years_filing_is_not_filed_again(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """不应把往年的自评换个年度再报一次。

    为何：完成值、支出和成效的文字没有一处变化，说明没有按本年情况评价。
    反例：2024 年与 2023 年各行实际完成值、支出、完成情况全都相同，只有年度不同。
    正例：完成值按 2024 年的台账填写，与上年不同的写出变化。
    说明：三者全都相同才报；只有几处数字或整段文字相同的，另有检查。
    """
    for pair in successions(tuple(evaluations)):
        rows = len(pair.now.rows)
        if rows >= pair.now.pack.thresholds["refiled_rows"] and _is_refiled(pair):
            yield Objection(
                where="全篇",
                message=f"{rows} 行的实际完成值、支出 {spent(pair.now)} 和完成情况的文字，与{pair.year_before}的自评全都相同。",
                remedy=f"请按 {pair.now.filing.year} 年的实际情况重新评价；确实相同的，请说明原因。",
                place=pair.now.filing.place,
                about=pair.now,
            )


def _is_refiled(pair: Succession) -> bool:
    before, now = pair
    money = spent(now)
    return (
        money is not None
        and money == spent(before)
        and None not in (actuals := _actuals(now))
        and actuals == _actuals(before)
        and all(_told(before, each) == _told(now, each) for each in _RESULTS)
    )


def _actuals(evaluation: Evaluation) -> tuple[tuple[str, str] | None, ...]:
    """Return every row's name and actual, None for a row without one."""
    rows = (each.row for each in evaluation.rows)
    return tuple((row.level3, compact(row.actual)) if row.actual else None for row in rows)


def _told(evaluation: Evaluation, name: SectionName) -> str:
    told = section(evaluation, name)
    return "" if told is None else compact(told.text)
