"""Interest finance bears: principal × rate × days / base, exact, rounded to the fen once."""

import ibis
from ibis.expr.types import IntegerValue, Table

from jiping.datasets.question import Question, Tables
from jiping.datasets.rounding import rounded_down, rounded_half_up
from jiping.programmes.loan_interest_subsidy.segments import segments
from jiping.programmes.loan_interest_subsidy.terms import Terms, terms_of

_MILLION = 1_000_000  # rates are in millionths


def interest(tables: Tables, question: Question) -> Table:
    """Return `loan`, `person` and `interest` in fen of every loan finance bears some of.

    `supported` is 1 where the borrower had a subsidy for flexible workers on a day of it.
    """
    terms = terms_of(question)
    borne = segments(tables, question).filter(ibis._.eligible)
    borne = borne.mutate(product=product(borne), supported=ibis.ifelse(borne.supported > 0, 1, 0).cast("int64"))
    if terms.is_("li_rounds", "segment"):
        borne = borne.mutate(interest=_in_fen(borne["product"], borne.day_base, terms))
        return borne.group_by("loan", "person").agg(
            interest=borne.interest.sum().cast("int64"), supported=borne.supported.max()
        )
    summed = borne.group_by("loan", "person", "day_base").agg(
        product=borne["product"].sum().cast("int64"), supported=borne.supported.max()
    )
    fen = _in_fen(summed["product"], summed.day_base, terms)
    return summed.select("loan", "person", interest=fen, supported=summed.supported)


def itemised(tables: Tables, question: Question) -> Table:
    """Return `segments` with the `interest` of each in fen, missing where finance does not bear it.

    They add up to `interest` to the fen: where the pack rounds once a loan, each is what the rounded sum grows by.
    """
    terms = terms_of(question)
    cut = segments(tables, question)
    cut = cut.mutate(product=ibis.ifelse(cut.eligible, product(cut), 0))
    if terms.is_("li_rounds", "segment"):
        grown = _in_fen(cut["product"], cut.day_base, terms)
    else:
        up_to_now = ibis.window(group_by="loan", order_by="day", preceding=None, following=0)
        cut = cut.mutate(summed=cut["product"].sum().over(up_to_now).cast("int64"))
        before = cut.summed - cut["product"]
        grown = _in_fen(cut.summed, cut.day_base, terms) - _in_fen(before, cut.day_base, terms)
    return cut.mutate(interest=ibis.ifelse(cut.eligible, grown, None))


def product(segments: Table) -> IntegerValue:
    """Return fen × millionths × days: whole numbers until the one division. The engine refuses what would overflow."""
    return (segments.principal * segments.rate * segments.days).cast("int64")


def _in_fen(product: IntegerValue, day_base: IntegerValue, terms: Terms) -> IntegerValue:
    rounded = rounded_half_up if terms.is_("li_rounding", "half_up") else rounded_down
    return rounded(product, day_base * _MILLION)
