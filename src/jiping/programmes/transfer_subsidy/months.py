"""What the contributions of a person come to: one pass over the ledger, one row a person.

Months are bits, so that a month paid twice, or in two capacities, is one month.
"""

from datetime import date
from functools import reduce
from operator import add

import ibis
from ibis.expr.types import BooleanValue, DateValue, IntegerValue, Table

from jiping.programmes.transfer_subsidy.policy import Policy

_BITS = 36  # by day of payment the year before and the year after count too


def contribution_months(contributions: Table, policy: Policy) -> Table:
    """Return person, `joined` and `employed` (first month as flexible worker and as employee) and `months`.

    `months` is how many months count for the policy's year; `reached_before` tells whether an earlier year of the window
    had enough. Contributions refunded, or paid after the review day, are as if they were not.
    """
    known = contributions.filter(
        contributions.scheme == "employee_pension",
        contributions.refunded_on.isnull(),
        contributions.paid_on <= policy.review_day,
    )
    if not policy.holds("ts_back_payments_count"):
        known = known.filter(~known.back_payment)
    flexible, employee = known.identity == "flexible", known.identity == "employee"
    counted = flexible | employee if policy.holds("ts_employee_months_count") else flexible
    years = _earlier_years(policy)
    people = known.group_by("person").aggregate(
        joined=ibis.ifelse(flexible, known.month, None).min(),
        employed=ibis.ifelse(employee, known.month, None).min(),
        marks=_marks(known, counted, policy, policy.year),
        **{f"marks_{year}": _marks(known, counted, policy, year) for year in years},
    )
    needed = policy.number("ts_months_needed")
    reached = [bits_set(people[f"marks_{year}"]) >= needed for year in years]
    return people.select(
        "person",
        "joined",
        "employed",
        months=bits_set(people.marks),
        reached_before=reduce(lambda one, other: one | other, reached, ibis.literal(False)),
    )


def bits_set(marks: IntegerValue, width: int = _BITS) -> IntegerValue:
    """Return how many of the lowest `width` bits are set."""
    return reduce(add, [(marks >> place) & 1 for place in range(width)])


def month_number(month: DateValue) -> IntegerValue:
    """Return the months since the year 0, so that months can be counted and compared."""
    return month.year() * 12 + month.month() - 1


def _earlier_years(policy: Policy) -> range:
    """Return the years before the policy's in which somebody may have reached the months already."""
    return range(policy.window[0].year, policy.year if policy.first_reaching_counts else policy.window[0].year)


def _marks(known: Table, counted: BooleanValue, policy: Policy, year: int) -> IntegerValue:
    """Return the counted months of one person in `year` as bits."""
    if policy.by_payment:
        inside = known.paid_on.between(date(year, 1, 1), date(year, 12, 31)) & known.month.between(
            date(year - 1, 1, 1), date(year + 1, 12, 1)
        )
        place = month_number(known.month) - (year - 1) * 12
    else:
        inside = known.month.between(date(year, 1, 1), date(year, 12, 1)) & (known.paid_on <= policy.cutoff(year))
        place = known.month.month() - 1
    bit = ibis.literal(1, "int64") << place
    return ibis.ifelse(counted & inside, bit, ibis.literal(0, "int64")).bit_or()
