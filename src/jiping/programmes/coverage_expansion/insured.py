"""Who is insured in which scheme at the beginning and at the end of a period."""

from datetime import date, timedelta

import ibis
from ibis.expr.types import BooleanValue, IntegerValue, Table

from jiping.datasets.choice import choice
from jiping.datasets.question import Question, Tables

_COUNTS = "person_times", "persons"
_DAY = timedelta(days=1)


def changes(tables: Tables, question: Question) -> Table:
    """Return one row a person and scheme: `town`, `was` and `now` (1 insured, 0 not), and their difference `change`.

    Several relations of one person in a scheme are one; who died is no longer insured, whatever the relation says.
    """
    relations = tables["insurances"].join(tables["persons"].select("person", "town", "died_on"), "person")
    was = _active(relations, question.period.first - _DAY)
    now = _active(relations, question.period.last)
    marked = relations.mutate(was=_one(was), now=_one(now))
    by_scheme = marked.group_by("person", "town", "scheme").agg(
        was=marked.was.max(), now=marked.now.max(), joined_on=marked.started_on.min()
    )
    return by_scheme.mutate(change=by_scheme.now - by_scheme.was)


def counted(insured: Table, question: Question) -> Table:
    """Return `changes` as the pack counts them: each scheme for itself, or each person once over all schemes."""
    if choice(question.pack, "ce_counts", _COUNTS) == "person_times":
        return insured
    once = insured.group_by("person", "town").agg(
        was=insured.was.max(), now=insured.now.max(), joined_on=insured.joined_on.min()
    )
    return once.mutate(change=once.now - once.was)


def newly_insured(insured: Table, question: Question) -> Table:
    """Return those of `changes` who joined for the first time in the period and still were insured at its end."""
    return insured.filter(question.covers(ibis._.joined_on), ibis._.now == 1)


def _active(relations: Table, day: date) -> BooleanValue:
    alive = relations.died_on.isnull() | (relations.died_on > day)
    open_still = relations.ended_on.isnull() | (relations.ended_on > day)
    return (relations.started_on <= day) & open_still & alive


def _one(holds: BooleanValue) -> IntegerValue:
    return ibis.ifelse(holds.fill_null(False), 1, 0).cast("int64")
