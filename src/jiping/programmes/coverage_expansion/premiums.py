"""Premiums due and collected (应收尽收), and who stopped paying."""

import ibis
from ibis.expr.types import IntegerValue, Table

from jiping.datasets.question import Question, Tables


def current(tables: Tables, question: Question) -> Table:
    """Return the premiums due for the months of the period, with `paid`, what came in within it."""
    period = question.period
    due = tables["collections"].filter(ibis._.month.between(period.first, period.last))
    return due.mutate(paid=ibis.ifelse(ibis._.collected_on <= period.last, ibis._.collected, 0))


def arrears(tables: Tables, question: Question) -> Table:
    """Return what was still owed for earlier months when the period began, as `due`, and `paid` of it in the period."""
    period = question.period
    earlier = tables["collections"].filter(ibis._.month < period.first)
    settled = ibis.ifelse(ibis._.collected_on < period.first, ibis._.collected, 0).fill_null(0)
    in_period = ibis._.collected_on.between(period.first, period.last)
    owed = earlier.mutate(paid=ibis.ifelse(in_period, ibis._.collected, 0).fill_null(0), due=ibis._.due - settled)
    return owed.filter(owed.due > 0)


def payers(tables: Tables, question: Question) -> Table:
    """Return who was in the enterprise scheme in the period: `insured` months, `paid` months, and `missing` ones.

    A month counts as insured when a relation covers its first or a later day; paid once, whatever the identity.
    """
    period = question.period
    relations = tables["insurances"].filter(
        ibis._.scheme == "employee_pension",
        ibis._.started_on <= period.last,
        ibis._.ended_on.isnull() | (ibis._.ended_on >= period.first),
    )
    spans = relations.group_by("person").agg(
        begun=ibis.greatest(relations.started_on.min(), period.first),
        ended=ibis.least(relations.ended_on.coalesce(period.last).max(), period.last),
    )
    months = tables["contributions"].filter(
        ibis._.scheme == "employee_pension",
        ibis._.month.between(period.first, period.last),
        ibis._.refunded_on.isnull(),
    )
    paid = months.group_by("person").agg(paid=months.month.nunique())
    counted = spans.left_join(paid, "person").drop("person_right")
    counted = counted.mutate(insured=_month(counted.ended) - _month(counted.begun) + 1, paid=counted.paid.fill_null(0))
    return counted.mutate(missing=ibis.greatest(counted.insured - counted.paid, 0))


def _month(day: ibis.expr.types.DateValue) -> IntegerValue:
    return day.year().cast("int64") * 12 + day.month().cast("int64")
