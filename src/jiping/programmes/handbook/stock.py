"""The stock of handbooks: what was there, what came, what went, what should be left."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables


def movements(tables: Tables, question: Question) -> Table:
    """Return what changed the stock in the period: `day`, `what`, `copies`, negative for what left.

    The count before the period comes in as the opening stock; the last count within it goes out, so that the sum is
    what the books have too many of (positive) or too few (negative) against the shelf.
    """
    counts = tables["stock_counts"].filter(ibis._.item == "handbook")
    before = _latest(counts.filter(counts.counted_on < question.period.first))
    at_end = _latest(counts.filter(question.covers(counts.counted_on)))
    issued = tables["handbook_issues"].filter((ibis._.reason != "kept") & question.covers(ibis._.issued_on))
    spoiled = tables["handbook_spoils"].filter((ibis._.item == "handbook") & question.covers(ibis._.spoiled_on))
    moved = [
        _entry(before, "opening", "counted_on", ibis._.copies),
        _entry(accepted(tables, question), "accepted", "accepted_on", ibis._.accepted_copies),
        _entry(issued, "issued", "issued_on", ibis.literal(-1)),
        _entry(spoiled, "spoiled", "spoiled_on", -ibis._.copies),
        _entry(at_end, "counted", "counted_on", -ibis._.copies),
    ]
    return ibis.union(*moved)


def accepted(tables: Tables, question: Question) -> Table:
    """Return the orders of handbooks that were accepted in the period, with `cost` in fen."""
    orders = tables["print_orders"].filter((ibis._.item == "handbook") & question.covers(ibis._.accepted_on))
    return orders.mutate(cost=orders.accepted_copies * orders.unit_price)


def _latest(counts: Table) -> Table:
    return counts.filter(counts.counted_on == counts.counted_on.max())


def _entry(records: Table, what: str, day: str, copies: ibis.Value | ibis.Deferred) -> Table:
    return records.select(day=records[day], what=ibis.literal(what), copies=copies.cast("int64"))
