"""Premiums due and collected (应收尽收), and who stopped paying."""

import ibis
from ibis.expr.types import DateValue, IntegerValue, Table

from jiping.datasets.bits import bit_count, bit_or, marked
from jiping.datasets.pension_age import month_number
from jiping.datasets.question import Question, Tables
from jiping.domain.period import Period


def current(tables: Tables, question: Question) -> Table:
    """Return the premiums due for the months of the period, with `paid`, what came in within it."""
    period = question.period
    due = tables["collections"].filter(question.covers(ibis._.month))
    return due.mutate(paid=ibis.ifelse(ibis._.collected_on <= period.last, ibis._.collected, 0))


def arrears(tables: Tables, question: Question) -> Table:
    """Return what was still owed for earlier months when the period began, as `due`, and `paid` of it in the period."""
    period = question.period
    earlier = tables["collections"].filter(ibis._.month < period.first)
    settled = ibis.ifelse(ibis._.collected_on < period.first, ibis._.collected, 0).fill_null(0)
    in_period = question.covers(ibis._.collected_on)
    owed = earlier.mutate(paid=ibis.ifelse(in_period, ibis._.collected, 0).fill_null(0), due=ibis._.due - settled)
    return owed.filter(owed.due > 0)


def payers(tables: Tables, question: Question) -> Table:
    """Return who was in the enterprise scheme in the period: `insured` months, `paid` ones of them, and `missing` ones.

    A month counts as insured when a relation covers a day of it; paid once, whatever the identity.
    """
    period = question.period
    relations = tables["insurances"].filter(
        ibis._.scheme == "employee_pension",
        ibis._.started_on <= period.last,
        ibis._.ended_on.isnull() | (ibis._.ended_on >= period.first),
    )
    begun = ibis.greatest(relations.started_on, period.first)
    ended = ibis.least(relations.ended_on.coalesce(period.last), period.last)
    insured = relations.group_by("person").agg(insured=bit_or(marked(_place(begun, period), _place(ended, period))))
    months = tables["contributions"].filter(
        ibis._.scheme == "employee_pension", question.covers(ibis._.month), ibis._.refunded_on.isnull()
    )
    place = _place(months.month, period)
    paid = months.group_by("person").agg(paid=bit_or(marked(place, place)))
    marks = insured.left_join(paid, "person").drop("person_right")
    counted = marks.select(
        "person", insured=bit_count(marks.insured), paid=bit_count(marks.insured & marks.paid.coalesce(0))
    )
    return counted.mutate(missing=counted.insured - counted.paid)


def _place(day: DateValue, period: Period) -> IntegerValue:
    """Return which month of the period, counted from 0."""
    return month_number(day) - month_number(ibis.literal(period.first))
