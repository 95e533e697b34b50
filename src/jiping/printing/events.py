"""What happened to printed statements, brought into the ledger of deliveries: one row a statement, the first day it was
sent, the last it came back, the first it was looked at.
"""

import ibis
from ibis.expr.types import BooleanValue, DateValue, StringValue, Table

_SENT = {"posted": "post", "collected": "counter", "pushed": "electronic"}


def booked(ledger: Table, events: Table) -> Table:
    """Return the ledger with the events in it; a day it held already is replaced, so that the same file twice is no harm."""
    told = events.group_by("statement_number").aggregate(
        was_posted=_first(events, events.event.isin(list(_SENT))),
        went_by=_channel(events),
        was_returned=_last(events, events.event == "returned"),
        why=events.reason.argmax(events.happened_on, where=events.event == "returned"),
        was_resent=_last(events, events.event == "resent"),
        was_viewed=_first(events, events.event == "viewed"),
    )
    rows = ledger.left_join(told, "statement_number").drop("statement_number_right")
    return rows.mutate(
        posted_on=rows.was_posted.coalesce(rows.posted_on),
        channel=rows.went_by.coalesce(rows.channel),
        returned_on=rows.was_returned.coalesce(rows.returned_on),
        return_reason=ibis.ifelse(rows.was_returned.notnull(), rows.why, rows.return_reason),
        resent_on=rows.was_resent.coalesce(rows.resent_on),
        viewed_on=rows.was_viewed.coalesce(rows.viewed_on),
    ).select(*ledger.columns)


def out_of_order(ledger: Table) -> Table:
    """Return the rows that cannot be: back before they were sent, or sent again without having come back."""
    return ledger.filter(
        ledger.returned_on.notnull() & (ledger.posted_on.isnull() | (ledger.returned_on < ledger.posted_on))
        | ledger.resent_on.notnull() & (ledger.returned_on.isnull() | (ledger.resent_on < ledger.returned_on))
    )


def _first(events: Table, which: BooleanValue) -> DateValue:
    return events.happened_on.min(where=which)


def _last(events: Table, which: BooleanValue) -> DateValue:
    return events.happened_on.max(where=which)


def _channel(events: Table) -> StringValue:
    """Return how the statement went first."""
    went = events.event.cases(*_SENT.items(), else_=None)
    return went.argmin(events.happened_on, where=went.notnull())
