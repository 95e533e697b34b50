"""When a person reaches the pension age of the law, which rises step by step with the month of birth."""

from collections.abc import Mapping
from datetime import date
from typing import cast

import ibis
from ibis.expr.types import DateValue, IntegerValue, StringValue

from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import Row, number


def month_number(day: DateValue) -> IntegerValue:
    """Return the months since the year 0, so that months can be counted and compared."""
    return day.year().cast("int64") * 12 + day.month().cast("int64") - 1


def pension_month(born: DateValue, kind: StringValue, pack: RulePack) -> IntegerValue:
    """Return the number of the month in which the age of `kind` (`pension_age` in the pack) is reached; missing for another."""
    return ibis.cases(*((kind == name, month) for name, month in pension_months(born, pack).items()))


def pension_months(born: DateValue, pack: RulePack) -> Mapping[str, IntegerValue]:
    """Return by kind the number of the month in which the age of that kind is reached."""
    month = month_number(born)
    return {str(row["kind"]): month + age(month, row) for row in pack.table("pension_age")}


def age(born: IntegerValue, row: Row) -> IntegerValue:
    """Return the age in months: one month more for every `step` months begun since `raised_from`, at most `most`."""
    start = cast("date", row["raised_from"])
    late = born - (start.year * 12 + start.month - 1)
    raised = ibis.greatest(ibis.least(late // int(number(row, "step")) + 1, int(number(row, "most"))), 0)
    return raised.cast("int64") + int(number(row, "months"))
