"""The account at the end of the statement's year, from the twelve months of the ledger."""

from datetime import date
from functools import reduce
from operator import add

import ibis
from ibis.expr.types import IntegerValue, Table

from jiping.datasets.question import Question
from jiping.programmes.personal_statement import account
from jiping.programmes.personal_statement.choices import choice
from jiping.programmes.personal_statement.ledger import MONTHS
from jiping.programmes.personal_statement.rates import Rate, statement_rate

_RATE = "decimal(9, 6)"


def closed(people: Table, question: Question, on: date | None) -> Table:
    """Add to people and their twelve months: `principal`, `interest`, `closing`, `rate`, `rate_year`, `provisional`.

    The rate is the one known `on` that day, as `statement_rate` says. Interest and closing balance are missing where the pack leaves them blank until the rate is known.
    """
    counted = people.mutate(principal=reduce(add, (_credited(people, month) for month in MONTHS)))
    rate = statement_rate(question, on)
    closing = ibis.null("int64") if rate is None else _closing(counted, rate, question)
    ended = counted.mutate(closing=closing, **_told(rate))
    return ended.mutate(interest=ended.closing - ended.opening - ended.principal)


def _closing(counted: Table, rate: Rate, question: Question) -> IntegerValue:
    earning = _earning(counted, question)
    parts = (_credited(counted, month) * ibis.greatest(earning + 1 - month, 0) for month in MONTHS)
    year = account.Year(counted.principal, reduce(add, parts), earning)
    return account.closing(counted.opening, year, rate.share, account.method_of(question))


def _earning(people: Table, question: Question) -> IntegerValue:
    """Return how many months of the year the account earns: all, or up to the one in which it stopped."""
    last = question.period.last
    died = ibis.ifelse(people.died_on <= last, people.died_on, None)
    ended = people.stopped_on.notnull() | died.notnull()
    day = ibis.least(people.stopped_on.coalesce(last), died.coalesce(last))
    months = day.month() - (0 if choice(question, "ps_event_month_counts") else 1)
    return ibis.ifelse(ended, months, account.MONTHS).cast("int64")


def _credited(people: Table, month: int) -> IntegerValue:
    return people[f"credited_{month:02}"].coalesce(0)


def _told(rate: Rate | None) -> dict[str, ibis.Value]:
    if rate is None:
        return {"rate": ibis.null(_RATE), "rate_year": ibis.null("int64"), "provisional": ibis.literal(False)}
    return {
        "rate": ibis.literal(rate.stated).cast(_RATE),
        "rate_year": ibis.literal(rate.year, "int64"),
        "provisional": ibis.literal(rate.provisional),
    }
