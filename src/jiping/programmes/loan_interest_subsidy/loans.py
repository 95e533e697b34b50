"""The contracts, with what the law and the register add to them."""

import ibis
from ibis.expr.types import DateValue, IntegerValue, Table

from jiping.datasets.pension_age import month_number, pension_month
from jiping.datasets.question import Tables
from jiping.programmes.loan_interest_subsidy.terms import Terms


def contracts(tables: Tables, terms: Terms) -> Table:
    """Return every contract with its borrower's facts and `grace_over`, the first day whose interest he bears himself.

    `months_left` counts from the contract's month to that of pension age. `day_base` is the pack's where the contract
    names none. What the register does not know stays missing.
    """
    persons = tables["persons"].select("person", "birth_date", "local_household", "died_on")
    known = tables["loans"].left_join(persons, "person").drop("person_right")
    known = known.mutate(
        day_base=known.day_base.coalesce(terms.number("li_day_base")).cast("int64"),
        pension_month=pension_month(known.birth_date, known.pension_class, terms.pack),
    )
    return known.mutate(
        months_left=known.pension_month - month_number(known.contract_on), grace_over=_grace_over(known, terms)
    )


def proven_at_contract(tables: Tables) -> Table:
    """Return the loans whose borrower had a valid proof of hardship on the contract's day: `loan`, and a mark."""
    dated = tables["loans"].select("loan", "person", "contract_on").inner_join(tables["hardship_proofs"], "person")
    valid = (dated.valid_from <= dated.contract_on) & (
        dated.valid_until.isnull() | (dated.valid_until >= dated.contract_on)
    )
    return dated.filter(valid).select("loan").distinct().mutate(proven_at_contract=ibis.literal(True))


def next_day(day: DateValue) -> DateValue:
    return (day + ibis.interval(days=1)).cast("date")


def next_month(month: IntegerValue) -> DateValue:
    """Return the first day after the month of that number."""
    after = month + 1
    return ibis.date((after // 12).cast("int32"), (after % 12 + 1).cast("int32"), 1)


def _grace_over(known: Table, terms: Terms) -> DateValue:
    if terms.is_("li_grace_end", "contract"):
        return next_day(known.grace_ends_on)
    return next_month(known.pension_month)
