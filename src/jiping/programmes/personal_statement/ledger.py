"""The contributions of a person in one year, month by month in one row."""

from typing import Final

import ibis
from ibis.expr.types import IntegerValue, Table

from jiping.datasets.bits import bit_count, bit_or
from jiping.datasets.question import Question, Tables

MONTHS: Final = range(1, 13)
PRINTED: Final = {"base": "base", "unit": "unit_amount", "personal": "personal_amount"}


def twelve_months(tables: Tables, question: Question) -> Table:
    """Return one row a person: `base_01`, `unit_01`, `personal_01`, `credited_01` and so on, in fen, and `paid_months`.

    A month is the one the contribution is for, whenever it was paid; two capacities in one month are added up. A month
    without a contribution, or whose contribution was refunded, is missing.
    """
    contributions = tables["contributions"]
    kept = contributions.filter(
        contributions.scheme.isin(question.pack.words("ps_schemes")),
        question.covers(contributions.month),
        contributions.refunded_on.isnull(),
    )
    numbered = kept.mutate(number=kept.month.month())
    return numbered.group_by("person").aggregate(
        paid_months=bit_count(bit_or(ibis.literal(1, "int64") << numbered.number)).cast("int64"),
        **{
            f"{name}_{month:02}": _in_month(numbered, column, month)
            for name, column in (*PRINTED.items(), ("credited", "credited"))
            for month in MONTHS
        },
    )


def _in_month(contributions: Table, column: str, month: int) -> IntegerValue:
    return ibis.ifelse(contributions.number == month, contributions[column], None).sum().cast("int64")
