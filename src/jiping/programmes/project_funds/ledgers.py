"""The records of one project's money in the period asked about. Amounts are fen; money given back is negative."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables


def budget(tables: Tables, question: Question) -> Table:
    """Return the project's budget of the year: one row, or none where there is no reply."""
    return _own(tables["budgets"], question).filter(ibis._.year == question.period.year)


def arrived(tables: Tables, question: Question) -> Table:
    """Return the receipts of money within the period."""
    return _own(tables["arrivals"], question).filter(question.covers(ibis._.arrived_on))


def spent(tables: Tables, question: Question) -> Table:
    """Return the payments within the period, those given back as negative amounts."""
    return _own(tables["expenditures"], question).filter(question.covers(ibis._.paid_on))


def left(tables: Tables, question: Question) -> Table:
    """Return receipts and payments as one ledger: `voucher`, `day`, and `amount`, negative for what left.

    The sum is what is carried over or left over (结转结余) at the end of the period.
    """
    came = arrived(tables, question).select("voucher", "amount", day="arrived_on")
    went = spent(tables, question).select("voucher", day="paid_on", amount=-ibis._.amount)
    return ibis.union(came, went.select(came.columns))


def budget_beside_spending(tables: Tables, question: Question) -> Table:
    """Return `budget` with `spent`, `adjusted` (how far the year moved it, either way) and `excess` (spent beyond it).

    One row, or none: without a budget nobody can say whether it was kept.
    """
    paid = spent(tables, question).agg(spent=ibis._.amount.sum().coalesce(0))
    beside = budget(tables, question).cross_join(paid)
    return beside.mutate(
        adjusted=(beside.full_year - beside.initial).abs(),
        excess=ibis.greatest(beside.spent - beside.full_year, 0),
    )


def _own(records: Table, question: Question) -> Table:
    return records.filter(records.programme == question.programme)
