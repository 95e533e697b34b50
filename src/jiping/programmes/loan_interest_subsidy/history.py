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
    own circumstances change has a step of nothing, so that the history is cut there.
    """
    borrowers = contracts.select("loan", "person")
    support = tables["employment_subsidies"].inner_join(borrowers, "person")
    proofs = tables["hardship_proofs"].inner_join(borrowers, "person")
    overdues = tables["loan_overdues"]
    return ibis.union(
        *_movements(tables["loan_movements"], terms),
        _step(rates := rate_steps(contracts, tables["loan_rates"], terms), rates.day, rate=rates.change),
        *_span(overdues, "overdue", overdues.started_on, next_day(overdues.ended_on)),
        *_span(support, "supported", support.first_month, next_month(month_number(support.last_month))),
        *_span(proofs, "proven", proofs.valid_from, next_day(proofs.valid_until)),
        *(
            _step(contracts, day)
            for day in (contracts.grace_over, next_day(contracts.died_on), contracts.moved_away_on)
        ),
    )


def _movements(movements: Table, terms: Terms) -> tuple[Table, Table]:
    """Change the principal on the first day whose interest is another: the day itself, or the one after it."""
    out = movements.filter(movements.kind == "disbursement")
    back = movements.filter(movements.kind != "disbursement")
    lent = next_day(out.moved_on) if terms.is_("li_day_count", "last") else out.moved_on
    repaid = back.moved_on if terms.is_("li_day_count", "first") else next_day(back.moved_on)
    early = ibis.ifelse(back.kind == "early_repayment", 1, 0)
    return _step(out, lent, principal=out.amount), _step(back, repaid, principal=-back.amount, early=early)


def _span(records: Table, level: str, begins: DateValue, over: DateValue) -> tuple[Table, Table]:
    """Raise `level` by one from the day it begins until the day it is over; missing means it lasts."""
    return _step(records, begins, **{level: ibis.literal(1)}), _step(records, over, **{level: ibis.literal(-1)})


def _step(records: Table, day: DateValue, **changes: IntegerValue) -> Table:
    told: Mapping[str, IntegerValue] = {level: changes.get(level, ibis.literal(0)).cast("int64") for level in LEVELS}
    return records.select("loan", day=day, **told).filter(ibis._.day.notnull())
