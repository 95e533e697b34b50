"""Half a working day to start a business (半日通): office minutes between two moments."""

from functools import reduce
from operator import add

import ibis
from ibis.expr.types import IntegerValue, Table, TimestampValue

from jiping.datasets.question import Question, Tables
from jiping.datasets.reference import WORKING_DAYS
from jiping.rulepack.table import number


def timed(tables: Tables, question: Question) -> Table:
    """Return the start-ups accepted in the period with `minutes`, the office minutes they took, missing while open.

    Nights, breaks, weekends and holidays do not count; a moment outside the known calendar leaves the time missing.
    """
    startups = tables["startups"]
    in_period = startups.filter(question.covers(startups.accepted_at.date()))
    begun = _clock(in_period, "accepted_at", tables, question)
    ended = _clock(begun, "finished_at", tables, question)
    return ended.mutate(minutes=ended.finished_at_minutes - ended.accepted_at_minutes)


def _clock(records: Table, moment: str, tables: Tables, question: Question) -> Table:
    """Add `<moment>_minutes`: the office minutes from the beginning of the calendar up to the moment."""
    calendar = tables[WORKING_DAYS].select(office_day="day", office_working="working", office_number="number")
    hours = [(int(number(row, "opens")), int(number(row, "closes"))) for row in question.pack.table("ce_office_hours")]
    day_long = sum(closes - opens for opens, closes in hours)
    joined = records.left_join(calendar, records[moment].date() == calendar.office_day)
    today = reduce(add, (_elapsed(joined[moment], opens, closes) for opens, closes in hours))
    days = joined.office_number - joined.office_working
    minutes = days * day_long + joined.office_working * today
    return joined.mutate(**{f"{moment}_minutes": minutes}).drop("office_day", "office_working", "office_number")


def _elapsed(moment: TimestampValue, opens: int, closes: int) -> IntegerValue:
    minute = moment.hour().cast("int64") * 60 + moment.minute().cast("int64")
    return ibis.least(ibis.greatest(minute - opens, 0), closes - opens)
