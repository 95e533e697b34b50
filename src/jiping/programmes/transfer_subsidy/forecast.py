"""How many of this year's newcomers will renew next year, and what that will cost."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy.benefit import qualified
from jiping.programmes.transfer_subsidy.entitlements import NEW, RENEWAL
from jiping.programmes.transfer_subsidy.policy import Policy, policy_of


def newcomers_before(payments: Table, policy: Policy) -> Table:
    """Return who got the new subsidy for the year before the policy's: those who could renew in it."""
    return (
        payments.filter(
            payments.kind == NEW.kind, payments.contribution_year == policy.year - 1, payments.recovered_on.isnull()
        )
        .select("person")
        .distinct()
    )


def renewal_forecast(tables: Tables, question: Question) -> Table:
    """Return each newcomer of the policy's year with the `most` a renewal costs and what is `expected` of it.

    Expected is the amount times the share of last year's newcomers who renewed, half up to the fen; missing when there
    were none to tell from.
    """
    policy = policy_of(question)
    due = qualified(tables, question)
    base = newcomers_before(tables["subsidy_payments"], policy).aggregate(base=lambda rows: rows.count())
    renewed = due.filter(due.kind == RENEWAL.kind).aggregate(renewed=lambda rows: rows.count())
    most = policy.fen("ts_renewal_amount")
    rows = due.filter(due.kind == NEW.kind).select("person").cross_join(base).cross_join(renewed)
    expected = (rows.renewed * (2 * most) + rows.base) // (rows.base * 2).nullif(0)
    return rows.select("person", most=ibis.literal(most, "int64"), expected=expected.cast("int64"))
