"""What was paid and must come back: paid twice, paid without entitlement, or followed by death, refund or leaving."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.pension_age import month_number
from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy.benefit import qualified
from jiping.programmes.transfer_subsidy.people import claimants
from jiping.programmes.transfer_subsidy.policy import policy_of


def recoveries(tables: Tables, question: Question) -> Table:
    """Return the payments owed back up to the day of the pack, each once with the first `reason` that applies.

    `repeated` a second payment of the same kind; `not_entitled` the records no longer grant what was paid for the
    policy's year; `ended` something happened within the months after payment in which the pack asks it back.
    """
    payments = tables["subsidy_payments"]
    kept = payments.filter(
        payments.recovered_on.isnull(), payments.kind.isin(("new", "renewal")), payments.paid_on <= question.pack.as_of
    )
    earlier = ibis.window(group_by=("person", "kind"), order_by=("paid_on", "contribution_year"))
    ranked = kept.mutate(place=ibis.row_number().over(earlier))
    known = _with_entitlement(_with_end(ranked, tables, question), tables, question)
    policy = policy_of(question)
    ended = (known.ended_on > known.paid_on) & (known.ended_on <= question.pack.as_of)
    soon = month_number(known.ended_on) - month_number(known.paid_on) <= policy.number("ts_recovery_months")
    wrong = (known.contribution_year == policy.year) & ~known.entitled
    reason = ibis.cases((known.place > 0, "repeated"), (wrong, "not_entitled"), (ended & soon, "ended"))
    owed = known.mutate(reason=reason)
    return owed.filter(owed.reason.notnull()).select(
        "person", "kind", "contribution_year", "amount", "paid_on", "ended_on", "reason"
    )


def _with_end(payments: Table, tables: Tables, question: Question) -> Table:
    """Add the day on which the insured relation ended by leaving or death, if it did."""
    known = claimants(tables, question)
    ends = known.select(
        "person", ended_on=ibis.least(known.died_on.coalesce(known.left_on), known.left_on.coalesce(known.died_on))
    )
    return payments.left_join(ends, "person").drop("person_right")


def _with_entitlement(payments: Table, tables: Tables, question: Question) -> Table:
    """Add whether the records grant this kind for this year."""
    due = qualified(tables, question).select("person", "kind", "contribution_year", entitled=ibis.literal(True))
    joined = payments.left_join(due, ("person", "kind", "contribution_year"))
    return joined.drop("person_right", "kind_right", "contribution_year_right").mutate(
        entitled=joined.entitled.coalesce(False)
    )
