"""What is due to whom."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables
from jiping.programmes.transfer_subsidy.entitlements import NEW, RENEWAL, decisions
from jiping.programmes.transfer_subsidy.membership import stayed_until
from jiping.programmes.transfer_subsidy.policy import policy_of


def qualified(tables: Tables, question: Question) -> Table:
    """Return one row for each subsidy due: person, kind, contribution_year, amount; and who is `gone` since.

    `ask_employee` and `ask_support` mark what a person must look at.
    """
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
        gone=~stayed_until(due, question.pack.as_of),
        ask_employee=due.ask_employee,
        ask_support=due.ask_support,
    )
