"""What the relations of a person say about one year: months in each scheme, where he worked, when he left."""

from typing import cast

import ibis
from ibis.expr.types import BooleanValue, DateValue, IntegerValue, StringValue, Table

from jiping.datasets.bits import bit_count, bit_or
from jiping.datasets.question import Question, Tables

_ISO_DAY = 10  # characters of a day written out


def insured(tables: Tables, question: Question) -> Table:
    """Return one row for each person with a relation in the period.

    `<scheme>_months` count the months touched by at least one relation of the scheme. `counts` tells whether one of them
    is in a scheme statements are about, `transferred` whether the last of those ended by leaving for elsewhere,
    `stopped_on` the day it ended by something that stops interest. `employer` is the one joined last, `employers` how many.
    """
    period = question.period
    relations = tables["insurances"].filter(
        ibis._.started_on <= period.last, ibis._.ended_on.isnull() | (ibis._.ended_on >= period.first)
    )
    named = relations.scheme.isin(question.pack.words("ps_schemes"))
    over = named & (relations.ended_on <= period.last)
    left = over & (relations.end_reason == "transferred")
    stopped = over & relations.end_reason.isin(question.pack.words("ps_interest_ends"))
    summed = relations.group_by("person").aggregate(
        counts=named.any(),
        stays=(named & (relations.ended_on.isnull() | (relations.ended_on > period.last))).any(),
        last_end=_last_end(relations, over),
        last_left=_last_end(relations, left),
        last_stop=_last_end(relations, stopped),
        latest=_joined_last(relations),
        employers=relations.employer.nunique().cast("int64"),
        **{f"{scheme}_months": _months(relations, scheme, question) for scheme in schemes(question)},
    )
    gone = ~summed.stays
    return summed.mutate(
        transferred=gone & (summed.last_left == summed.last_end).fill_null(False),
        stopped_on=ibis.ifelse(gone & (summed.last_stop == summed.last_end), summed.last_end, None),
        employer=cast("StringValue", summed.latest).substr(_ISO_DAY),
    ).drop("stays", "last_end", "last_left", "last_stop", "latest")


def schemes(question: Question) -> dict[str, str]:
    """Return the schemes a relation can be in and what they are called, in the order of the table's declaration."""
    return {name: title for title, name in question.pack.tables["insurances"].column("scheme").choices}


def _last_end(relations: Table, where: BooleanValue) -> DateValue:
    return ibis.ifelse(where.fill_null(False), relations.ended_on, None).max()


def _joined_last(relations: Table) -> StringValue:
    """Return the greatest of day and employer written together: two relations begun on one day are told apart."""
    return (relations.started_on.cast("string") + relations.employer).max()


def _months(relations: Table, scheme: str, question: Question) -> IntegerValue:
    """Return how many months of the period the relations of a scheme touch; overlapping ones count once."""
    period = question.period
    first = _month(ibis.greatest(relations.started_on, period.first))
    last = _month(ibis.least(relations.ended_on.coalesce(period.last), period.last))
    two = ibis.literal(2, "int64")
    marks = (two << last) - (ibis.literal(1, "int64") << first)
    return bit_count(bit_or(ibis.ifelse(relations.scheme == scheme, marks, 0))).cast("int64")


def _month(day: DateValue) -> IntegerValue:
    return day.month() - 1
