"""A loan's history as a sum of steps: on some day principal, rate or a circumstance goes up or down.

Whatever stands on a day is the sum of the steps up to it, so one running sum gives all of it at once.
"""

from collections.abc import Mapping

import ibis
from ibis.expr.types import DateValue, IntegerValue, Table

from jiping.datasets.pension_age import month_number
from jiping.datasets.question import Tables
from jiping.programmes.loan_interest_subsidy.loans import next_day, next_month
from jiping.programmes.loan_interest_subsidy.repricing import rate_steps
from jiping.programmes.loan_interest_subsidy.terms import Terms

LEVELS = ("principal", "rate", "overdue", "supported", "proven", "early")


def steps(contracts: Table, tables: Tables, terms: Terms) -> Table:
    """Return `loan`, `day` and by how much each of LEVELS changes on it.

    Principal is fen, the rate millionths of a year's interest; the others count reasons. A day on which the borrower's
    own circumstances change has a step of nothing, so that the history is cut there. Proofs count only where they must hold throughout.
    """
    borrowers = tables["loans"].select("loan", "person")
    support = tables["employment_subsidies"].inner_join(borrowers, "person")
    overdues = tables["loan_overdues"]
    rates = rate_steps(tables, terms)
    return ibis.union(
        _movements(tables["loan_movements"], terms),
        _step(rates, rates.day, rate=rates.change),
        *_span(overdues, "overdue", overdues.started_on, next_day(overdues.ended_on)),
        *_span(support, "supported", support.first_month, next_month(month_number(support.last_month))),
        *(_proofs(tables, borrowers) if terms.is_("li_proof", "throughout") else ()),
        _step(
            contracts, ibis.array([contracts.grace_over, next_day(contracts.died_on), contracts.moved_away_on]).unnest()
        ),
    )


def _proofs(tables: Tables, borrowers: Table) -> tuple[Table, Table]:
    proofs = tables["hardship_proofs"].inner_join(borrowers, "person")
    return _span(proofs, "proven", proofs.valid_from, next_day(proofs.valid_until))


def _movements(movements: Table, terms: Terms) -> Table:
    """Change the principal on the first day whose interest is another: the day itself, or the one after it."""
    lent = movements.kind == "disbursement"
    later = {"first": ibis.literal(False), "last": ibis.literal(True), "both": ~lent}[terms.word("li_day_count")]
    return _step(
        movements,
        ibis.ifelse(later, next_day(movements.moved_on), movements.moved_on),
        principal=ibis.ifelse(lent, movements.amount, -movements.amount),
        early=ibis.ifelse(movements.kind == "early_repayment", 1, 0),
    )


def _span(records: Table, level: str, begins: DateValue, over: DateValue) -> tuple[Table, Table]:
    """Raise `level` by one from the day it begins until the day it is over; missing means it lasts."""
    return _step(records, begins, **{level: ibis.literal(1)}), _step(records, over, **{level: ibis.literal(-1)})


def _step(records: Table, day: DateValue, **changes: IntegerValue) -> Table:
    told: Mapping[str, IntegerValue] = {level: changes.get(level, ibis.literal(0)).cast("int64") for level in LEVELS}
    return records.select("loan", day=day, **told).filter(ibis._.day.notnull())
