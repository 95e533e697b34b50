"""CP04."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jiping.checks.check import Objection, Scope, check
from jiping.checks.fund_block import spent
from jiping.checks.prose import section
from jiping.checks.years import Succession, same_rows, successions
from jiping.domain.doubt import Figure
from jiping.domain.filing import SectionName
from jiping.domain.finding import Severity
from jiping.domain.value.kinds import Value, ValueKind
from jiping.scoring.score import Evaluation, RowScore

_COUNTED = (ValueKind.NUMBER, ValueKind.MONEY)


@check(code="CP04", severity=Severity.WARN, scope=Scope.UNIT, rests_on=(Figure.ACTUAL, Figure.MONEY))
def last_years_figures_are_copied(evaluations: Sequence[Evaluation]) -> Iterator[Objection]:
    """今年的完成数和支出不应与往年分毫不差。

    为何：人数、份数、金额年年变动；几位数都相同，多半是照抄上年。
    反例：2023 年、2024 年都写惠及 4542 人。
    正例：2023 年 4542 人，2024 年 4710 人。
    说明：只看有几位不同数字的数量和金额；百分比、整数目标和 12 期一类的数，年年相同是正常的。
    """
    for pair in successions(tuple(evaluations)):
        digits = int(pair.now.pack.thresholds["telling_digits"])
        rows = [now for before, now in same_rows(pair) if _is_copied(before.actual, now.actual, digits)]
        if rows:
            told = "、".join(f"“{each.row.level3}”{each.row.actual}" for each in rows)
            yield _objection(pair, f"{told}，与{pair.year_before}填写的完全相同。", rows[0])
        elif _amount_is_copied(pair, digits):
            yield _objection(pair, f"支出 {spent(pair.now)}，与{pair.year_before}分毫不差。", None)


def _objection(pair: Succession, message: str, row: RowScore | None) -> Objection:
    overview = section(pair.now, SectionName.OVERVIEW)
    return Objection(
        where=row.row.level3 if row is not None else "项目资金" if overview is None else overview.heading,
        message=message,
        remedy=f"请按 {pair.now.filing.year} 年的台账核对；确实相同的，请说明原因。",
        place=row.row.place if row is not None else None if overview is None else overview.place,
        about=pair.now,
    )


def _amount_is_copied(pair: Succession, digits: int) -> bool:
    before, now = spent(pair.before), spent(pair.now)
    return before is not None and before == now and _is_telling(before.yuan, digits)


def _is_copied(before: Value, now: Value, digits: int) -> bool:
    return (
        now.kind in _COUNTED
        and now.number is not None
        and (before.kind, before.number, before.unit) == (now.kind, now.number, now.unit)
        and _is_telling(now.number, digits)
    )


def _is_telling(number: Decimal, digits: int) -> bool:
    """True when the number has so many digits between its first and its last that is not zero."""
    return number.is_finite() and len(number.normalize().as_tuple().digits) >= digits
