"""What is due, and what can be paid today: the candidates of a payment list."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy.entitlements import NEW, PAYMENT, RENEWAL, decisions
from jiping.programmes.transfer_subsidy.policy import policy_of


def qualified(tables: Tables, question: Question) -> Table:
    """Return one row for each subsidy due: person, kind, contribution_year, amount, and what hinders its payment."""
    policy = policy_of(question)
    judged = decisions(tables, question)
    new, renewal = judged[NEW.failed] == 0, judged[RENEWAL.failed] == 0
    due = judged.filter(new | renewal)  # never both: a renewal needs an earlier new one
    first = due[NEW.failed] == 0
    return due.select(
        "person",
        kind=ibis.ifelse(first, NEW.kind, RENEWAL.kind),
        contribution_year=ibis.literal(policy.year, "int64"),
        amount=ibis.ifelse(first, policy.fen("ts_new_amount"), policy.fen("ts_renewal_amount")).cast("int64"),
        payment_failed=due[PAYMENT.failed],
        ask_employee=due.ask_employee,
        ask_support=due.ask_support,
    )


def candidates(tables: Tables, question: Question) -> Table:
    """Return what to pay on the day of the pack: person, kind, contribution_year, amount; each combination once."""
    due = qualified(tables, question)
    return due.filter(due.payment_failed == 0).select("person", "kind", "contribution_year", "amount")
