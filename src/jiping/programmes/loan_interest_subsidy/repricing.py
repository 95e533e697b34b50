"""From which day a new rate is charged: when it is recorded, or on the next day the contract sets rates anew."""

import ibis
from ibis.expr.types import DateValue, IntegerValue, Table

from jiping.datasets.question import Tables
from jiping.programmes.loan_interest_subsidy.terms import Terms

_MILLION = 1_000_000
_SHORTEST_FEBRUARY = 28


def rate_steps(tables: Tables, terms: Terms) -> Table:
    """Return `loan`, the `day` a rate is charged from, and its `change` against the one before, in millionths.

    Of several rates that would be charged from one day the last recorded holds: their changes add up to it.
    """
    dated = tables["loan_rates"].inner_join(tables["loans"].select("loan", "contract_on"), "loan")
    in_turn = ibis.window(group_by="loan", order_by="starts_on")
    parts = (dated.rate * _MILLION).cast("int64")
    dated = dated.mutate(parts=parts, is_first=ibis.row_number().over(in_turn) == 0)
    day = ibis.ifelse(dated.is_first, dated.starts_on, _charged_from(dated, terms))
    return dated.select("loan", day=day, change=dated.parts - dated.parts.lag().over(in_turn).coalesce(0))


def _charged_from(rates: Table, terms: Terms) -> DateValue:
    if terms.is_("li_repricing", "recorded"):
        return rates.starts_on
    if terms.is_("li_repricing", "january"):
        return _next(rates.starts_on, ibis.literal(1), ibis.literal(1))
    signed = rates.contract_on
    leap_day = (signed.month() == 2) & (signed.day() > _SHORTEST_FEBRUARY)
    return _next(rates.starts_on, signed.month(), ibis.ifelse(leap_day, _SHORTEST_FEBRUARY, signed.day()))


def _next(day: DateValue, month: IntegerValue, day_of_month: IntegerValue) -> DateValue:
    """Return the first such date that is not before `day`."""

    def in_year(year: IntegerValue) -> DateValue:
        return ibis.date(year.cast("int32"), month.cast("int32"), day_of_month.cast("int32"))

    this_year = in_year(day.year())
    return ibis.ifelse(this_year >= day, this_year, in_year(day.year() + 1))
