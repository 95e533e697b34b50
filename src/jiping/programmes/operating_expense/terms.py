"""How long a case may take, how long it took, and when its term ends."""

import ibis
from ibis.expr.types import IntegerValue, StringValue, Table

from jiping.datasets.choice import choice
from jiping.datasets.question import Question, Tables
from jiping.datasets.reference import WORKING_DAYS
from jiping.rulepack.table import number


def countable(tables: Tables, question: Question) -> Table:
    """Return the cases that count as one piece of work each: what another channel brought a second time does not."""
    cases = tables["cases"].filter(ibis._.duplicate_of.isnull())
    if choice(question.pack, "oe_counts_agents", (True, False)) is True:
        return cases
    return cases.filter(~ibis._.channel.isin(["agent", "batch"]))


def timed(tables: Tables, question: Question) -> Table:
    """Return the countable cases that have a statutory term, with `taken` and `due`.

    `taken` are the working days from acceptance to closing without suspensions, missing while a case is open. `due` is
    the number of the working day its term ends on, missing while the case is suspended or outside the known calendar.
    """
    cases = countable(tables, question)
    limited = cases.mutate(allowed=_allowed(cases.business, question)).filter(ibis._.allowed.notnull())
    calendar = tables[WORKING_DAYS]
    accepted = calendar.select(accepted_on="day", accepted_number="number")
    closed = calendar.select(closed_on="day", closed_number="number")
    suspended = _suspended(tables)
    numbered = (
        limited.join(accepted, "accepted_on")
        .left_join(closed, "closed_on")
        .drop("closed_on_right")
        .left_join(suspended, "case_number")
        .drop("case_number_right")
    )
    waited = ibis.ifelse(ibis._.waiting.fill_null(False), ibis.null("int64"), ibis._.waited.fill_null(0))
    return (
        numbered.mutate(waited=waited)
        .mutate(
            taken=ibis._.closed_number - ibis._.accepted_number - ibis._.waited,
            due=ibis._.accepted_number + ibis._.allowed + ibis._.waited,
        )
        .drop("waiting", "accepted_number", "closed_number")
    )


def working_day_number(tables: Tables, question: Question) -> IntegerValue:
    """Return the number of the period's last day among the working days of the calendar."""
    calendar = tables[WORKING_DAYS]
    return calendar.filter(calendar.day == question.period.last).number.as_scalar()


def _allowed(business: StringValue, question: Question) -> IntegerValue:
    limits = [(str(row["business"]), int(number(row, "working_days"))) for row in question.pack.table("oe_limits")]
    return ibis.cases(*((business == name, days) for name, days in limits))


def _suspended(tables: Tables) -> Table:
    """Return for each case the working days it stood still, and whether it still does; overlapping stops count once."""
    calendar = tables[WORKING_DAYS]
    stopped = calendar.select(suspended_on="day", stopped="number")
    resumed = calendar.select(resumed_on="day", resumed="number")
    spans = tables["case_suspensions"].join(stopped, "suspended_on").left_join(resumed, "resumed_on")
    earlier = ibis.window(group_by="case_number", order_by="suspended_on", preceding=(None, 1))
    begins = ibis.greatest(spans.stopped, spans.resumed.max().over(earlier).coalesce(spans.stopped))
    told = spans.mutate(days=ibis.greatest(spans.resumed - begins, 0))
    return told.group_by("case_number").agg(waited=told.days.sum(), waiting=told.resumed_on.isnull().any())
