"""The year-end settlement (年终结算): what finance owes loan by loan, what the bank listed, what was prepaid."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables
from jiping.programmes.loan_interest_subsidy.interest import interest
from jiping.programmes.loan_interest_subsidy.terms import terms_of


def compared(tables: Tables, question: Question) -> Table:
    """Return every loan that bears interest or that the bank lists: `loan`, `computed`, `listed`, `excess` of the bank (all in fen) and `matched`.

    What only one side knows is missing on the other; the excess counts it as nothing, so it is never a match.
    """
    own = interest(tables, question).select("loan", computed="interest")
    listed = tables["bank_interest"].filter(ibis._.year == question.period.year).select("loan", listed="amount")
    both = own.outer_join(listed, "loan")
    both = both.select(loan=both.loan.coalesce(both.loan_right), computed=both.computed, listed=both.listed)
    excess = (both.listed.coalesce(0) - both.computed.coalesce(0)).cast("int64")
    return both.mutate(excess=excess, matched=(both.computed == both.listed).coalesce(False))


def paid(tables: Tables, question: Question) -> Table:
    """Return the payments for the year with `amount` as it counts: what went back to finance is negative."""
    terms = terms_of(question)
    payments = tables["loan_prepayments"].filter(ibis._.year == question.period.year)
    if terms.is_("li_surplus", "return"):
        payments = payments.filter(payments.kind != "carried_over")
    signed = ibis.ifelse(payments.kind == "returned", -payments.amount, payments.amount)
    return payments.mutate(amount=signed.cast("int64"))


def balance(tables: Tables, question: Question) -> Table:
    """Return what was owed and what was paid for the year: `what`, `entry`, `amount`; the sum is to be topped up, or left over
    when it is negative.
    """
    owed = interest(tables, question).select(what=ibis.literal("interest"), entry="loan", amount="interest")
    payments = paid(tables, question)
    return owed.union(payments.select(what=payments.kind, entry=payments.voucher, amount=-payments.amount))
