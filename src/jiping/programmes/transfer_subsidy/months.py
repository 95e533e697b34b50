"""What the contributions of a person come to: one pass over the ledger, one row a person.

Months are bits, so that a month paid twice, or in two capacities, is one month.
"""

from datetime import date
from functools import reduce
from operator import or_

import ibis
from ibis.expr.types import DateValue, IntegerValue, Table

from jiping.datasets import pension_age
from jiping.datasets.bits import bit_count, bit_or
from jiping.programmes.transfer_subsidy.policy import Policy
from jiping.rulepack.pack import RulePack


def contribution_months(contributions: Table, policy: Policy) -> Table:
    """Return person, `joined` (the first month as flexible worker) and how many `months` count for the policy's year.

    `reached_before` tells whether an earlier year of the window had enough. Contributions refunded, or paid after the
    review day, are as if they were not.
    """
    known = contributions.filter(
        contributions.scheme == "employee_pension",
        contributions.refunded_on.isnull(),
        contributions.paid_on <= policy.review_day,
    )
    if not policy.holds("ts_back_payments_count"):
        known = known.filter(~known.back_payment)
    if policy.holds("ts_employee_months_count"):
        known = known.filter(known.identity.isin(("flexible", "employee")))
        joined = known.month.min(where=known.identity == "flexible")
    else:
        known = known.filter(known.identity == "flexible")
        joined = known.month.min()
    years = _earlier_years(policy)
    people = known.group_by("person").aggregate(
        joined=joined,
        marks=_marks(known, policy, policy.year),
        **{f"marks_{year}": _marks(known, policy, year) for year in years},
    )
    needed = policy.number("ts_months_needed")
    reached = [bit_count(people[f"marks_{year}"]) >= needed for year in years]
    return people.select(
        "person",
        "joined",
        months=bit_count(people.marks),
        reached_before=reduce(or_, reached, ibis.literal(False)),
    )


def month_shown(day: DateValue) -> IntegerValue:
    """Return the month of `day` as people write it: 202403 is March 2024."""
    return (day.year().cast("int64") * 100 + day.month()).cast("int64")


def pension_months(persons: Table, pack: RulePack) -> IntegerValue:
    """Return the month, such as 202403, in which each of `persons` reaches pension age; missing for an unknown sex."""
    reached = pension_age.pension_months(persons.birth_date, pack)
    female = reached[str(pack.setting("ts_female_age"))]
    month = ibis.cases((persons.sex == "male", reached["male"]), (persons.sex == "female", female))
    return (month // 12 * 100 + month % 12 + 1).cast("int64")


def _earlier_years(policy: Policy) -> range:
    """Return the years before the policy's in which somebody may have reached the months already."""
    return range(policy.window[0].year, policy.year if policy.first_reaching_counts else policy.window[0].year)


def _marks(known: Table, policy: Policy, year: int) -> IntegerValue:
    """Return the months of one person in `year` as bits."""
    if policy.by_payment:
        inside = known.paid_on.between(date(year, 1, 1), date(year, 12, 31)) & known.month.between(
            date(year - 1, 1, 1), date(year + 1, 12, 1)
        )
        place = pension_age.month_number(known.month) - (year - 1) * 12
    else:
        inside = known.month.between(date(year, 1, 1), date(year, 12, 1))
        if year < policy.year:  # the cut-off of the policy's own year has been applied to all
            inside &= known.paid_on <= policy.cutoff(year)
        place = known.month.month() - 1
    bit = ibis.literal(1, "int64") << place
    return bit_or(ibis.ifelse(inside, bit, ibis.literal(0, "int64")))
