"""What a statement says: one row a person, everything a page prints and nothing else."""

from datetime import date
from functools import reduce
from operator import add

import ibis
from ibis.expr.types import StringValue, Table

from jiping.datasets.question import Question, Tables
from jiping.programmes.personal_statement.insured import schemes
from jiping.programmes.personal_statement.ledger import MONTHS, PRINTED, twelve_months
from jiping.programmes.personal_statement.who_is_due import entitled
from jiping.programmes.personal_statement.year_end import closed

_SHOWN = 6, 4  # characters of an identity number left standing in front and behind


def statements(tables: Tables, question: Question, on: date | None = None) -> Table:
    """Return the statements of the business year in `question.period`, one row for each person entitled to one.

    Money is whole fen, missing where nothing was paid in a month; `rate`, `interest` and `closing` are missing where the
    pack leaves them blank until the rate is known: `on` that day, None for the day they are due. `to_print` marks those sent on paper. Rows come in no order.
    """
    year = question.period.year
    people = entitled(tables, question).left_join(twelve_months(tables, question), "person").drop("person_right")
    told = closed(people.mutate(paid_months=people.paid_months.coalesce(0)), question, on)
    return told.select(
        "person",
        "to_print",
        "name",
        "town",
        "postcode",
        "address",
        "employer",
        "employers",
        *(f"{scheme}_months" for scheme in schemes(question)),
        *(f"{what}_{month:02}" for what in PRINTED for month in MONTHS),
        "paid_months",
        "opening",
        "principal",
        "interest",
        "closing",
        "rate",
        "rate_year",
        "provisional",
        statement_number=ibis.literal(str(year)) + told.person.cast("string"),
        year=ibis.literal(year, "int64"),
        masked_id=_masked(told.id_number),
        insured_types=_insured_types(told, question),
        months=told.opening_months + told.paid_months,
    )


def _masked(number: StringValue) -> StringValue:
    front, behind = _SHOWN
    hidden = number.length() - front - behind
    return number.left(front) + ibis.literal("*").repeat(hidden) + number.right(behind)


def _insured_types(stated: Table, question: Question) -> StringValue:
    """Return what the schemes of the year are called, in the order of their declaration."""
    named = [
        ibis.ifelse(stated[f"{scheme}_months"] > 0, f"、{title}", "").coalesce("")
        for scheme, title in schemes(question).items()
    ]
    return reduce(add, named).substr(1)
