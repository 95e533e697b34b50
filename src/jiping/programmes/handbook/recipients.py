"""Who is owed a handbook, until when, and when it was handed over."""

import ibis
from ibis.expr.types import IntegerColumn, Table

from jiping.datasets.condition import judge
from jiping.datasets.question import Question, Tables
from jiping.datasets.reference import WORKING_DAYS
from jiping.programmes.handbook.conditions import OWED, people


def newly_insured(tables: Tables, question: Question) -> Table:
    """Return the persons who joined the enterprise scheme for the first time in the period: `person`, `joined_on`.

    Who died before the period ended, or came with a handbook from elsewhere, is owed none.
    """
    return recipients(tables, question).drop("issued_on")


def recipients(tables: Tables, question: Question) -> Table:
    """Return `newly_insured` with `issued_on`, the day of the first handbook each was given, missing where none was."""
    judged = judge(people(tables, question), OWED, question)
    return judged.filter(judged.eligible).select("person", "joined_on", "issued_on")


def due(tables: Tables, question: Question) -> Table:
    """Return the recipients whose term ended within the period, with `days`, the working days it took.

    The term runs from the day after joining. Who joined too late in the period is owed the handbook in the next one.
    """
    term = int(question.pack.thresholds["hb_issue_working_days"])
    calendar = tables[WORKING_DAYS]
    joined = calendar.select(joined_on="day", joined_number="number")
    issued = calendar.select(issued_on="day", issued_number="number")
    numbered = recipients(tables, question).join(joined, "joined_on").left_join(issued, "issued_on")
    days: IntegerColumn = numbered.issued_number - numbered.joined_number
    last = calendar.filter(calendar.day == question.period.last).number.as_scalar()
    return numbered.mutate(days=days).filter(ibis._.joined_number + term <= last).drop("issued_on_right")
