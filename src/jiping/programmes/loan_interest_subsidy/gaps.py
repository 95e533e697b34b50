"""Whether borrowers kept paying their premiums: the loan is there so that nobody falls out of the scheme."""

from datetime import date

import ibis
from ibis.expr.types import Table

from jiping.datasets.pension_age import month_number
from jiping.datasets.question import Question, Tables
from jiping.programmes.loan_interest_subsidy.loans import contracts
from jiping.programmes.loan_interest_subsidy.terms import terms_of


def borrowers(tables: Tables, question: Question) -> Table:
    """Return every borrower with a month of grace in the period: `person`, months `expected`, `paid` and `missing`.

    A month is expected from that of the contract to that of pension age or death. Refunded months are not paid.
    """
    period = question.period
    known = contracts(tables, terms_of(question))
    last = ibis.least(
        month_number(_last(period.last)), known.pension_month, month_number(known.died_on.coalesce(period.last))
    )
    first = ibis.greatest(month_number(_last(period.first)), month_number(known.contract_on))
    spans = known.mutate(first=first, last=last)
    spans = spans.filter(spans.last >= spans.first).group_by("person")
    spans = spans.agg(first=ibis._.first.min(), last=ibis._.last.max())
    months = tables["contributions"].filter(
        ibis._.scheme == "employee_pension",
        ibis._.refunded_on.isnull(),
        question.covers(ibis._.month),
    )
    months = months.inner_join(spans, "person")
    months = months.filter(month_number(months.month).between(months.first, months.last))
    paid = months.group_by("person").agg(paid=months.month.nunique())
    counted = spans.left_join(paid, "person").drop("person_right")
    counted = counted.mutate(expected=counted["last"] - counted["first"] + 1, paid=counted.paid.coalesce(0))
    return counted.mutate(missing=counted.expected - counted.paid)


def _last(day: date) -> ibis.expr.types.DateScalar:
    return ibis.literal(day)
