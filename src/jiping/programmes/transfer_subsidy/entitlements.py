"""The questions asked about every person: new subsidy, renewal subsidy, and whether it can be paid today."""

from ibis.expr.types import Table

from jiping.datasets.decision import Entitlement, judge_each
from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy import membership, merits, payment
from jiping.programmes.transfer_subsidy.people import claimants

NEW = Entitlement(
    "new",
    "新增缴费补助",
    (
        membership.was_on_the_roll,
        membership.belongs_here,
        membership.joined_in_the_window,
        membership.joined_for_the_first_time,
        membership.was_below_pension_age,
        membership.is_still_insured,
        merits.is_the_qualifying_year,
        merits.paid_enough_months,
        merits.had_no_new_subsidy,
        merits.has_no_double_support,
        merits.stays_within_the_cap,
    ),
)
RENEWAL = Entitlement(
    "renewal",
    "续保补助",
    (
        merits.had_the_new_subsidy,
        merits.renewal_is_within_the_policy,
        merits.paid_enough_months,
        merits.had_no_renewal_subsidy,
        membership.is_still_insured,
        merits.has_no_double_support,
        merits.stays_within_the_cap,
    ),
)
PAYMENT = Entitlement(
    "payment",
    "发放",
    (payment.nothing_happened_since, payment.is_paid_to_own_card, payment.is_not_paid_already),
    guard=True,
)
ENTITLEMENTS = (NEW, RENEWAL, PAYMENT)


def decisions(tables: Tables, question: Question) -> Table:
    """Return every person with `new_failed` and `renewal_failed`: a bit for each condition not met.

    `ask_employee` and `ask_support` mark what a person must look at although it does not refuse.
    """
    judged = judge_each(claimants(tables, question), (NEW, RENEWAL), question)
    return judged.mutate(ask_employee=membership.employed_before(judged), ask_support=judged.supported)
