"""When a person reaches the pension age of the law, which rises step by step with the month of birth."""

from datetime import date
from typing import cast

import ibis
from ibis.expr.types import IntegerValue, StringValue, Table

from jiping.programmes.transfer_subsidy.months import month_number, month_shown
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import Row, number


def pension_month(people: Table, pack: RulePack) -> IntegerValue:
    """Return the month, such as 202403, in which each of `people` reaches the age; missing for an unknown sex."""
    born = month_number(people.birth_date)
    ages = [
        (cast("StringValue", people.sex) == str(row["sex"]), born + _age(born, row))
        for row in pack.table("ts_pension_age")
    ]
    return month_shown(ibis.cases(*ages))


def _age(born: IntegerValue, row: Row) -> IntegerValue:
    """Return the age in months: one month more for every `step` months begun since `raised_from`."""
    start = cast("date", row["raised_from"])
    late = born - (start.year * 12 + start.month - 1)
    raised = ibis.ifelse(late < 0, 0, ibis.least(late // int(number(row, "step")) + 1, int(number(row, "most"))))
    return raised + int(number(row, "months"))
